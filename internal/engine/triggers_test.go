package engine

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

const moduleRoot = "../.."

// corpus lists the modules that triggers are compared on: the testdata of all
// checks, the strict ones too, and the incidents.
func corpus(t *testing.T) map[string]Options {
	t.Helper()
	out := make(map[string]Options)
	strict := func(string) (*config.Config, error) {
		return &config.Config{Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Profile: config.Strict}, nil
	}
	add := func(name, dir string) {
		out[name] = Options{
			Dir: dir, Tests: true, Config: strict,
			Env: append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off"),
		}
	}
	for _, r := range analyzers.All() {
		dir := filepath.Join(moduleRoot, "analyzers", string(r.Family), r.Slug, "testdata")
		if r.Family == rule.Directive {
			dir = filepath.Join(moduleRoot, "analyzers", r.Slug, "testdata")
		}
		add(r.Slug, dir)
		for _, o := range r.Check().Options {
			name := optionModule(r.Slug, o.Name)
			add(name, filepath.Join(dir, "options", o.Name))
			opts := out[name]
			opts.Config = func(dir string) (*config.Config, error) { return config.Load(filepath.Join(dir, config.FileName)) }
			out[name] = opts
		}
	}
	add("incidents", filepath.Join(moduleRoot, "testdata", "incidents"))
	return out
}

// optionModule names the testdata of an option.
func optionModule(slug, option string) string { return slug + "/" + option }

// run returns the findings of a run, one a line.
func run(t *testing.T, opts Options, patterns ...string) []string {
	t.Helper()
	return trace(t, opts, patterns...).findings
}

// A tracedRun is a run whose decisions can be asked for.
type tracedRun struct {
	*engine
	findings []string // one a line
}

func trace(t *testing.T, opts Options, patterns ...string) *tracedRun {
	t.Helper()
	e, err := analyze(context.Background(), opts, patterns)
	if err != nil {
		t.Fatalf("%s: %v", opts.Dir, err)
	}
	res := e.collect()
	for _, err := range res.Internal {
		t.Errorf("%s: %v", opts.Dir, err)
	}
	out := &tracedRun{engine: e}
	for _, f := range res.Findings {
		out.findings = append(out.findings, fmt.Sprintf("%s:%d:%d %s %s", f.File, f.Line, f.Column, f.Analyzer, f.Message))
	}
	return out
}

// difference lists what is in only one of two runs.
func difference(with, without []string) string {
	var out strings.Builder
	for _, f := range without {
		if !slices.Contains(with, f) {
			out.WriteString("\n  only without triggers: " + f)
		}
	}
	for _, f := range with {
		if !slices.Contains(without, f) {
			out.WriteString("\n  only with triggers: " + f)
		}
	}
	return out.String()
}

// TestTriggers compares the findings with triggers to those of every check on
// every package, for all checks together and for each alone. Then it takes one
// word after the other from the triggers, to see a check alone gain or lose a
// finding: each word is needed, and each is covered.
func TestTriggers(t *testing.T) {
	modules := corpus(t)
	compareAll(t, modules)
	alone := make(map[string]*tracedRun) // by module, of its check, with triggers
	compareAlone := func(r *rule.Rule, module string) {
		opts := modules[module]
		opts.Rules = []*rule.Rule{r}
		alone[module] = trace(t, opts, "./...")
		opts.NoTriggers = true
		if diff := difference(alone[module].findings, run(t, opts, "./...")); diff != "" {
			t.Errorf("triggers change the findings of %s alone:%s", module, diff)
		}
	}
	for _, r := range analyzers.All() {
		compareAlone(r, r.Slug)
		for _, o := range r.Check().Options {
			compareAlone(r, optionModule(r.Slug, o.Name))
		}
	}
	if testing.Short() {
		return
	}
	for _, m := range mutants(analyzers.All()) {
		t.Run(m.holders[0]+"/"+m.word, func(t *testing.T) {
			t.Parallel() // the go command works on one core while it lists
			of := func(r *rule.Rule) string { return cmp.Or(m.module, r.Slug) }
			switch {
			case slices.ContainsFunc(m.users, func(r *rule.Rule) bool { return alone[of(r)].loses(t, r) }):
			case slices.ContainsFunc(m.users, func(r *rule.Rule) bool { return differsInWords(t, r, m.word, modules[of(r)], alone[of(r)].findings) }):
			case slices.ContainsFunc(m.users, func(r *rule.Rule) bool { return differs(t, r, modules[of(r)], alone[of(r)].findings) }):
			default:
				t.Errorf("the triggers of %s can do without %q", strings.Join(m.holders, ", "), m.word)
			}
		})
	}
}

// compareAll compares the findings of all checks in all modules, and sees to it
// that each check has some.
func compareAll(t *testing.T, modules map[string]Options) {
	t.Helper()
	counts := make(map[string]int)
	for name, opts := range modules {
		opts.Rules = analyzers.All()
		with := run(t, opts, "./...")
		opts.NoTriggers = true
		without := run(t, opts, "./...")
		if diff := difference(with, without); diff != "" {
			t.Errorf("%s: triggers change the findings:%s", name, diff)
		}
		for _, f := range without {
			counts[strings.Fields(f)[1]]++
		}
	}
	for _, r := range analyzers.All() {
		if counts[r.Slug] < 3 {
			t.Errorf("%s: %d findings in the compared modules, want at least 3", r.Slug, counts[r.Slug])
		}
	}
}

// A mutant is a set of triggers that lacks a word.
type mutant struct {
	holders []string // the checks and cores with these triggers
	word    string
	users   []*rule.Rule // the checks among them or above them, which have the mutant instead
	module  string       // what they are run on, "" for their testdata
}

// mutants returns a mutant for each word of each set of triggers. Checks and
// cores whose triggers are equal share one set, and a word that stands in
// several groups of a set is one alternative to what the other words say; so a
// word is taken from all holders and from all groups.
func mutants(rules []*rule.Rule) []mutant {
	var sets []rule.Triggers
	holders := make(map[int][]string)
	hold := func(triggers rule.Triggers, name string) {
		i := slices.IndexFunc(sets, func(set rule.Triggers) bool { return reflect.DeepEqual(set, triggers) })
		if i < 0 {
			i = len(sets)
			sets = append(sets, triggers)
		}
		holders[i] = append(holders[i], name)
	}
	for _, r := range rules {
		hold(r.Triggers, r.Slug)
	}
	for _, c := range cores(rules) {
		hold(c.Triggers, c.Analyzer.Name)
	}
	out := optionMutants(rules)
	for i, set := range sets {
		all := slices.Sorted(slices.Values(slices.Concat(set...)))
		for _, word := range slices.Compact(all) {
			m := mutant{holders: holders[i], word: word}
			for _, r := range rules {
				if changed := replace(r, set, without(set, word)); changed != nil {
					m.users = append(m.users, changed)
				}
			}
			out = append(out, m)
		}
	}
	return out
}

// optionMutants returns a mutant for each word of the triggers of options.
func optionMutants(rules []*rule.Rule) []mutant {
	var out []mutant
	for _, r := range rules {
		for name, set := range r.OptionTriggers {
			all := slices.Sorted(slices.Values(slices.Concat(set...)))
			for _, word := range slices.Compact(all) {
				changed := *r
				changed.OptionTriggers = maps.Clone(r.OptionTriggers)
				changed.OptionTriggers[name] = without(set, word)
				module := optionModule(r.Slug, name)
				out = append(out, mutant{[]string{module}, word, []*rule.Rule{&changed}, module})
			}
		}
	}
	return out
}

// loses reports whether a check with fewer words is sure to lose a finding of a run:
// neither words nor facts lead it to the package. The facts are those of the run; with
// fewer words there may be fewer, so that it may lose a finding nevertheless.
func (e *tracedRun) loses(t *testing.T, r *rule.Rule) bool {
	t.Helper()
	p := newPlan([]*rule.Rule{r}, e.read)
	for _, cfg := range e.configs {
		p.addModels(cfg)
	}
	var lost, kept []finding.Finding
	for _, u := range e.graph.candidates {
		if len(u.result.findings) == 0 {
			continue
		}
		cfg := e.configs[u.moduleDir()]
		code, tests, err := wordsOf(u, e.read, func([]byte) bool { return true })
		if err != nil {
			t.Fatal(err)
		}
		d := p.triggered(u, cfg, code, tests, false)
		if err := p.woken(u, cfg, e.names.load(), d); err != nil {
			t.Fatal(err)
		}
		if slices.Contains(d.analyzers, r.Analyzer) {
			kept = append(kept, u.result.findings...)
		} else {
			lost = append(lost, u.result.findings...)
		}
	}
	return slices.ContainsFunc(lost, func(f finding.Finding) bool {
		return !slices.ContainsFunc(kept, func(k finding.Finding) bool { return finding.Compare(f, k) == 0 })
	})
}

// differsInWords reports whether the findings of a check with fewer words are other ones
// in the packages named after the word.
func differsInWords(t *testing.T, r *rule.Rule, word string, opts Options, findings []string) bool {
	t.Helper()
	opts.Rules = []*rule.Rule{r}
	dirs, err := filepath.Glob(filepath.Join(opts.Dir, "words", "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, dir := range dirs {
		name := filepath.Join("words", filepath.Base(dir)) + string(filepath.Separator)
		if !strings.Contains(strings.ToLower(name), strings.ToLower(word)) {
			continue
		}
		in := func(f string) bool { return strings.HasPrefix(f, name) }
		got := run(t, opts, "./words/"+filepath.Base(dir)+"/...")
		if difference(filter(got, in), filter(findings, in)) != "" {
			return true
		}
	}
	return false
}

// differs reports whether they are other ones anywhere.
func differs(t *testing.T, r *rule.Rule, opts Options, findings []string) bool {
	t.Helper()
	opts.Rules = []*rule.Rule{r}
	return difference(run(t, opts, "./..."), findings) != ""
}

func filter(list []string, keep func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(list), func(s string) bool { return !keep(s) })
}

// without returns the triggers without a word.
func without(triggers rule.Triggers, word string) rule.Triggers {
	var out rule.Triggers
	for _, group := range triggers {
		out = append(out, slices.DeleteFunc(slices.Clone(group), func(w string) bool { return w == word }))
	}
	return out
}

// cores returns the cores that checks stand on.
func cores(rules []*rule.Rule) []*rule.Core {
	var out []*rule.Core
	var add func(c *rule.Core)
	add = func(c *rule.Core) {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
		for _, below := range c.Cores {
			add(below)
		}
	}
	for _, r := range rules {
		for _, c := range r.Cores {
			add(c)
		}
	}
	return out
}

// replace returns a check that has other triggers in the place of old, and so
// have the cores below it; nil if neither has the old ones.
func replace(r *rule.Rule, old, triggers rule.Triggers) *rule.Rule {
	found := false
	choose := func(have rule.Triggers) rule.Triggers {
		if reflect.DeepEqual(have, old) {
			found = true
			return triggers
		}
		return have
	}
	copies := make(map[*rule.Core]*rule.Core)
	var dup func(list []*rule.Core) []*rule.Core
	dup = func(list []*rule.Core) []*rule.Core {
		var out []*rule.Core
		for _, c := range list {
			if copies[c] == nil {
				copies[c] = &rule.Core{Analyzer: c.Analyzer, Triggers: choose(c.Triggers), Cores: dup(c.Cores)}
			}
			out = append(out, copies[c])
		}
		return out
	}
	changed := *r
	changed.Triggers, changed.Cores = choose(r.Triggers), dup(r.Cores)
	if !found {
		return nil
	}
	return &changed
}

// TestTriggersOnStd repeats the comparison on the standard library, which
// takes minutes.
func TestTriggersOnStd(t *testing.T) {
	if os.Getenv("LEAPGUARD_STD") == "" {
		t.Skip("set LEAPGUARD_STD=1 to compare on the standard library")
	}
	opts := Options{Tests: true, Rules: analyzers.All()}
	with := run(t, opts, "std")
	opts.NoTriggers = true
	if diff := difference(with, run(t, opts, "std")); diff != "" {
		t.Errorf("triggers change the findings:%s", diff)
	}
}
