package baseline

import (
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/leapguard/leapguard/internal/finding"
)

// A Run is an analysis that baselines are compared with.
type Run struct {
	Findings []finding.Finding
	Packages []Package       // that were analysed in full
	Failed   map[string]bool // paths of packages that could not be
	// Modules maps the paths of those modules of which every package was asked for
	// to their directories.
	Modules map[string]string
	Tests   bool // test files were analysed
	Now     time.Time
	// DateDependent tells of which rules the findings depend on Now.
	DateDependent map[string]bool
}

// A Package is one that was analysed, with all its files but some.
type Package struct {
	Path   string
	Strict bool                   // in the strict profile
	Ran    func(rule string) bool // whether a rule is on
	// Ignored are the Go files that were left out: for other platforms, or
	// tests.
	Ignored []string
}

// Split returns the findings that are not known, and the entries that no finding
// uses though the run would have made it. Entries of packages that were not
// analysed, of rules that did not run, or that only another profile, platform or
// date may show, are none of these.
func (b *Baseline) Split(run *Run) (news []finding.Finding, unused []Entry) {
	used := make(map[string]bool)
	known := make(map[string]bool)
	for _, e := range b.Entries {
		known[e.Fingerprint] = true
	}
	for _, f := range run.Findings {
		if known[f.Fingerprint] {
			used[f.Fingerprint] = true
		} else {
			news = append(news, f)
		}
	}
	for _, e := range b.Entries {
		if !used[e.Fingerprint] && run.judges(e) {
			unused = append(unused, e)
		}
	}
	return news, unused
}

// judges reports whether the run would have made the finding of an entry if it
// were still there.
func (r *Run) judges(e Entry) bool {
	if r.DateDependent[e.Rule] && r.Now.Format(time.DateOnly) < e.Now {
		return false
	}
	if r.Failed[e.Package] {
		return false
	}
	p := r.analysed(e.Package)
	if p == nil {
		return r.gone(e.Package)
	}
	return p.Ran(e.Rule) && (p.Strict || e.Profile == "") && !p.mayHide(e.Declaration)
}

// analysed returns a package that was, or nil. One of external tests that there
// are none of any more was analysed with the package that they test.
func (r *Run) analysed(path string) *Package {
	find := func(path string) *Package {
		i := slices.IndexFunc(r.Packages, func(p Package) bool { return p.Path == path })
		if i < 0 {
			return nil
		}
		return &r.Packages[i]
	}
	p := find(path)
	if tested, ok := strings.CutSuffix(path, "_test"); ok && p == nil && r.Tests {
		p = find(tested)
	}
	return p
}

// gone reports whether a package is no longer there: every package of its module
// was asked for, and its directory holds no Go files.
func (r *Run) gone(path string) bool {
	for module, dir := range r.Modules {
		rest, ok := strings.CutPrefix(path+"/", module+"/")
		if !ok {
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(rest))
		// External tests are a package in the directory of the one they test.
		return !hasGo(name) && !hasGo(strings.TrimSuffix(name, "_test"))
	}
	return false
}

func hasGo(dir string) bool {
	entries, err := os.ReadDir(dir)
	return err != nil && !errors.Is(err, fs.ErrNotExist) ||
		slices.ContainsFunc(entries, func(e os.DirEntry) bool { return strings.HasSuffix(e.Name(), ".go") })
}

// mayHide reports whether a declaration stands in a file that was left out. What
// stands outside of declarations may in any of them.
func (p *Package) mayHide(decl string) bool {
	for _, name := range p.Ignored {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if decl == "" || err != nil || slices.ContainsFunc(f.Decls, func(d ast.Decl) bool { return declares(d, decl) }) {
			return true
		}
	}
	return false
}

func declares(d ast.Decl, name string) bool {
	gen, ok := d.(*ast.GenDecl)
	if !ok {
		return finding.DeclName(d, d.Pos()) == name
	}
	return slices.ContainsFunc(gen.Specs, func(s ast.Spec) bool { return finding.DeclName(d, s.Pos()) == name })
}
