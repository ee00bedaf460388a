package analyzers

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// dir returns the directory of a check, relative to this one.
func dir(r *rule.Rule) string {
	if r.Family == rule.Directive {
		return r.Slug
	}
	return filepath.Join(string(r.Family), r.Slug)
}

func TestOrder(t *testing.T) {
	order := []rule.Family{rule.Date, rule.Cert, rule.Guard, rule.Directive}
	if got := Families(); !slices.IsSortedFunc(got, func(a, b rule.Family) int {
		return cmp.Compare(slices.Index(order, a), slices.Index(order, b))
	}) {
		t.Errorf("families in order %v", got)
	}
	if !slices.IsSortedFunc(All(), func(a, b *rule.Rule) int {
		return cmp.Or(cmp.Compare(slices.Index(order, a.Family), slices.Index(order, b.Family)), cmp.Compare(a.Slug, b.Slug))
	}) {
		t.Error("rules are not in order of family and slug")
	}
}

// Every directory that holds a check is in the registry, and the other way
// round.
func TestComplete(t *testing.T) {
	pages, err := filepath.Glob("*/*/doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, page := range append(pages, filepath.Join("directive", "doc.go")) {
		want = append(want, filepath.Dir(page))
	}
	var got []string
	for _, r := range All() {
		got = append(got, dir(r))
	}
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("the registry holds %v, the tree %v", got, want)
	}
}

func TestLookup(t *testing.T) {
	seen := make(map[string]string)
	for _, r := range All() {
		for _, name := range append([]string{r.Slug}, r.Was...) {
			if Lookup(name) != r {
				t.Errorf("Lookup(%q) is not %s", name, r.Slug)
			}
			if other, ok := seen[name]; ok {
				t.Errorf("%q names %s and %s", name, other, r.Slug)
			}
			seen[name] = r.Slug
		}
	}
	if r := Lookup("nosuchcheck"); r != nil {
		t.Errorf("Lookup of an unknown slug is %s", r.Slug)
	}
}

var (
	slugSyntax    = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	wordSyntax    = regexp.MustCompile(`^[A-Za-z0-9_]+$`)
	versionSyntax = regexp.MustCompile(`^\d+\.\d+\.\d+$`)
)

func TestMetadata(t *testing.T) {
	families := []rule.Family{rule.Date, rule.Cert, rule.Guard, rule.Directive}
	for _, r := range All() {
		t.Run(r.Slug, func(t *testing.T) {
			check := func(ok bool, field string, value any) {
				if !ok {
					t.Errorf("%s is %#v", field, value)
				}
			}
			check(slugSyntax.MatchString(r.Slug), "slug", r.Slug)
			check(!slices.Contains(families, rule.Family(r.Slug)) || r.Family == rule.Directive, "slug", r.Slug)
			check(r.Slug != config.All, "slug", r.Slug)
			check(r.Analyzer.Name == r.Slug, "name of the analyzer", r.Analyzer.Name)
			check(slices.Contains(families, r.Family), "family", r.Family)
			check(r.Severity >= finding.Info && r.Severity <= finding.Error, "severity", r.Severity)
			check(r.Confidence == rule.High || r.Confidence == rule.Medium, "confidence", r.Confidence)
			check(r.Profile == config.Default || r.Profile == config.Strict, "profile", r.Profile)
			check(slices.Contains([]rule.FixSafety{rule.NoFix, rule.SafeFix, rule.UnsafeFix}, r.Fix), "fix safety", r.Fix)
			check(versionSyntax.MatchString(r.Since), "since", r.Since)
			check(isTitle(r.Title), "title", r.Title)
			check(len(r.Triggers) > 0, "triggers", r.Triggers)
			for _, group := range r.Triggers {
				check(len(group) > 0, "triggers", r.Triggers)
				for _, word := range group {
					check(wordSyntax.MatchString(word), "trigger", word)
				}
			}
			names := make(map[string]bool)
			for _, o := range r.Check().Options {
				check(slugSyntax.MatchString(o.Name) && !names[o.Name], "option", o.Name)
				check(isTitle(o.Doc), "doc of option "+o.Name, o.Doc)
				names[o.Name] = true
			}
		})
	}
}

// isTitle reports whether s is half a sentence, in lower case unless it begins
// with code.
func isTitle(s string) bool {
	return s != "" && len(s) <= 100 && !strings.HasSuffix(s, ".") && !strings.Contains(s, "\n") && (isLower(s) || startsWithCode(s))
}

func isLower(s string) bool { return s[0] < 'A' || s[0] > 'Z' }

// startsWithCode reports whether the first word is an identifier in mixed case,
// an abbreviation or an expression.
func startsWithCode(s string) bool {
	word, _, _ := strings.Cut(s, " ")
	return strings.ContainsAny(word[1:], "ABCDEFGHIJKLMNOPQRSTUVWXYZ.([{")
}

// sections are the headings of a rule's page, in order.
var sections = []string{
	"Reported", "Why", "Example", "Detection", "Silent", "Limits", "Rewrite or suppress", "Options", "References",
}

func TestPages(t *testing.T) {
	heading := regexp.MustCompile(`(?m)^# (.*)$`)
	for _, r := range All() {
		t.Run(r.Slug, func(t *testing.T) {
			source, err := os.ReadFile(filepath.Join(dir(r), "doc.go"))
			if err != nil {
				t.Fatal(err)
			}
			if string(source) != r.Page {
				t.Error("the page is not that of doc.go")
			}
			page := rule.PageText(r.Page)
			if want := "Package " + r.Slug + " reports "; !strings.HasPrefix(page, want) {
				t.Errorf("the page does not begin with %q", want)
			}
			var got []string
			for _, m := range heading.FindAllStringSubmatch(page, -1) {
				got = append(got, m[1])
			}
			if !slices.Equal(got, sections) {
				t.Errorf("sections %q, want %q", got, sections)
			}
			if n := strings.Count(page, "\n{{example}}\n"); n != 1 {
				t.Errorf("%d lines {{example}}, want 1", n)
			}
			texts := heading.Split(page, -1)
			for i, text := range texts {
				if strings.TrimSpace(text) == "" {
					t.Errorf("section %d is empty", i)
				}
			}
			options := "None."
			if len(r.Options) > 0 {
				options = "{{options}}"
			}
			if i := 1 + slices.Index(sections, "Options"); i < len(texts) && strings.TrimSpace(texts[i]) != options {
				t.Errorf("the section Options is %q, want %q", texts[i], options)
			}
		})
	}
}

func TestTestdata(t *testing.T) {
	for _, r := range All() {
		for _, want := range []string{"go.mod", "bad/*.go", "good/*.go", "example/reported/*.go", "example/silent/*.go"} {
			names, err := filepath.Glob(filepath.Join(dir(r), "testdata", want))
			if err != nil {
				t.Fatal(err)
			}
			if len(names) == 0 {
				t.Errorf("%s has no testdata/%s", r.Slug, want)
			}
		}
	}
}

// closure returns the analyzers of all checks and what they require.
func closure() []*analysis.Analyzer {
	var all []*analysis.Analyzer
	var add func(*analysis.Analyzer)
	add = func(a *analysis.Analyzer) {
		if !slices.Contains(all, a) {
			all = append(all, a)
			for _, b := range a.Requires {
				add(b)
			}
		}
	}
	for _, r := range All() {
		add(r.Analyzer)
	}
	return all
}

func TestAnalyzers(t *testing.T) {
	all := closure()
	if err := analysis.Validate(all); err != nil {
		t.Error(err)
	}
	names := make(map[string]bool)
	for _, a := range all {
		if names[a.Name] {
			t.Errorf("two analyzers have the name %s", a.Name)
		}
		names[a.Name] = true
	}
}

// TestFacts keeps facts apart in encoding/gob, which registers types by the
// last element of their package's path and their name.
func TestFacts(t *testing.T) {
	seen := make(map[string]reflect.Type)
	for _, a := range closure() {
		for _, fact := range a.FactTypes {
			typ := reflect.TypeOf(fact)
			if other, ok := seen[typ.String()]; ok && other != typ {
				t.Errorf("fact types %v of %s and %s have one name", typ, typ.Elem().PkgPath(), other.Elem().PkgPath())
			}
			seen[typ.String()] = typ
			if err := gob.NewEncoder(new(bytes.Buffer)).Encode(fact); err != nil {
				t.Errorf("%v: %v", typ, err)
			}
		}
	}
}
