package engine

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// A graph holds the metadata of all packages in the import closure of the
// roots.
type graph struct {
	units      map[*packages.Package]*unit
	candidates []*unit // in import order: imports first
	plain      map[string]*unit
	unlisted   []PackageError
	whole      bool // the patterns match every package of the main modules
}

// A unit is one package as the go command builds it; a package with tests has
// several.
type unit struct {
	*packages.Package
	index     int  // in graph.candidates, or -1
	root      bool // the patterns match it: findings are reported, unless it is set aside
	aside     bool // a root of which Options.Only wants nothing reported
	unneeded  bool // nothing that is reported can depend on it
	imported  bool // by another candidate
	compile   bool // see [Options.Compile]
	recompile bool // a copy made for the test of a package that it imports
	std       bool

	deps    []*unit // candidates in the import closure, facts travel from them
	closure bitset  // the same by index

	load loading
	done chan struct{} // closed when the candidate has been analysed
	facts
	result unitResult
}

const listMode = packages.NeedName | packages.NeedFiles | packages.NeedImports | packages.NeedDeps |
	packages.NeedModule | packages.NeedForTest | packages.NeedEmbedFiles | packages.NeedTypesSizes

// list asks the go command for the metadata; nothing is compiled.
func list(ctx context.Context, opts *Options, mode packages.LoadMode, patterns []string) ([]*packages.Package, error) {
	cfg := &packages.Config{Context: ctx, Mode: mode, Dir: opts.Dir, Env: opts.Env, Tests: opts.Tests}
	cfg.BuildFlags, cfg.Overlay = opts.Overlay.flags(), opts.Overlay.texts()
	if opts.Tags != "" {
		cfg.BuildFlags = append(cfg.BuildFlags, "-tags="+opts.Tags)
	}
	pkgs, err := packages.Load(cfg, patterns...)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, errors.New(goCommandError(err.Error()))
	}
	return pkgs, nil
}

// goCommandError cuts the message of the go command out of what go/packages
// wraps around it, "err: %v: stderr: %s". One that was not found or was killed
// has left no message of its own.
func goCommandError(msg string) string {
	failure, stderr, _ := strings.Cut(msg, "stderr: ")
	if stderr = strings.TrimSpace(stderr); stderr != "" {
		return stderr
	}
	failure = strings.TrimPrefix(strings.TrimSpace(failure), "err: ")
	return "the go command failed: " + strings.TrimSuffix(failure, ":")
}

func loadGraph(ctx context.Context, opts *Options, patterns []string) (*graph, error) {
	roots, err := list(ctx, opts, listMode, patterns)
	if err != nil {
		return nil, err
	}
	if err := checkPatterns(roots, patterns); err != nil && !opts.MissingOK {
		if strings.Contains(err.Error(), "does not contain main module") && !inModule(opts.Dir) {
			err = fmt.Errorf("no go.mod in %s or above it; run leapguard inside a module", cmp.Or(opts.Dir, "the working directory"))
		}
		return nil, err
	}
	g := &graph{unlisted: unlisted(roots), units: make(map[*packages.Package]*unit), plain: make(map[string]*unit)}
	var order []*unit
	packages.Visit(sorted(roots), nil, func(p *packages.Package) {
		u := newUnit(p)
		g.units[p] = u
		order = append(order, u)
	})
	spreadCycles(order)
	g.selectCandidates(roots, order)
	g.link()
	g.whole = whole(opts.Dir, g.candidates, patterns)
	return g, nil
}

// inModule reports whether a go.mod stands in dir or above it.
func inModule(dir string) bool {
	dir, err := filepath.Abs(dir)
	for err == nil {
		if _, statErr := os.Stat(filepath.Join(dir, "go.mod")); statErr == nil {
			return true
		}
		if dir == filepath.Dir(dir) {
			break
		}
		dir = filepath.Dir(dir)
	}
	return false
}

// sorted returns the packages in order of their IDs; the go command lists
// variants for tests in no useful one.
func sorted(pkgs []*packages.Package) []*packages.Package {
	return slices.SortedFunc(slices.Values(pkgs), func(a, b *packages.Package) int { return cmp.Compare(a.ID, b.ID) })
}

func newUnit(p *packages.Package) *unit {
	return &unit{
		Package:   p,
		index:     -1,
		recompile: p.ForTest != "" && p.PkgPath != p.ForTest && p.PkgPath != p.ForTest+"_test",
		std:       p.Module == nil && isStd(p.PkgPath),
		done:      make(chan struct{}),
	}
}

// isStd reports whether a package outside of all modules belongs to the
// standard library rather than to GOPATH or the command line.
func isStd(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".") && path != "command-line-arguments"
}

// checkPatterns reports patterns that match nothing: the go command answers
// them with a package that has an error and no files. A package like that which
// a wildcard has found is merely one that cannot be analysed.
func checkPatterns(roots []*packages.Package, patterns []string) error {
	matched := slices.ContainsFunc(roots, func(p *packages.Package) bool { return !empty(p) })
	var errs []error
	for _, p := range roots {
		if !empty(p) || matched && !slices.Contains(patterns, p.ID) {
			continue
		}
		for _, e := range p.Errors {
			if !excluded(e) {
				errs = append(errs, errors.New(strings.TrimSpace(e.Msg)))
			}
		}
	}
	if len(errs) > 0 {
		return errors.Join(errs...)
	}
	if !matched {
		return errors.New(unmatched(roots, patterns))
	}
	if !slices.ContainsFunc(roots, speaks) {
		return fmt.Errorf("%s: packages of other modules and in vendor are not analysed", strings.Join(patterns, " "))
	}
	return nil
}

// unmatched tells why patterns match no package: one that was named without a
// wildcard may hold files for other platforms or tags only.
func unmatched(roots []*packages.Package, patterns []string) string {
	wildcard := slices.ContainsFunc(patterns, func(p string) bool { return strings.Contains(p, "...") })
	for _, p := range roots {
		if !wildcard && len(p.Errors) > 0 {
			return strings.TrimSpace(p.Errors[0].Msg)
		}
	}
	return "no packages match " + strings.Join(patterns, " ")
}

func empty(p *packages.Package) bool { return p.Name == "" && len(p.GoFiles) == 0 }

// excluded reports whether an error says that a directory has no files for this
// platform, which is no error where a wildcard matched it.
func excluded(e packages.Error) bool {
	return strings.Contains(e.Msg, "build constraints exclude all Go files")
}

// unlisted returns the errors of roots that have no files.
func unlisted(roots []*packages.Package) []PackageError {
	var out []PackageError
	for _, p := range roots {
		for _, e := range p.Errors {
			if empty(p) && !excluded(e) {
				out = append(out, PackageError{Package: p.PkgPath, Msg: strings.TrimSpace(e.Msg)})
			}
		}
	}
	return out
}

// selectCandidates marks roots and candidates: the roots and the packages of
// main and workspace modules that they import. Of a package with tests of its
// own, the variant that includes them is the root, the plain one only yields
// facts.
func (g *graph) selectCandidates(roots []*packages.Package, order []*unit) {
	tested := make(map[string]bool) // has a variant with in-package tests
	for _, u := range order {
		if u.ForTest == u.PkgPath && u.ForTest != "" {
			tested[u.PkgPath] = true
		}
	}
	for _, p := range roots {
		u := g.units[p]
		u.root = speaks(p) && !u.recompile && !isTestMain(p) && !(p.ForTest == "" && tested[p.PkgPath]) && len(p.GoFiles) > 0
	}
	isRoot := make(map[*packages.Package]bool)
	for _, p := range roots {
		isRoot[p] = true
	}
	for _, u := range order {
		inside := isRoot[u.Package] || u.Module != nil && u.Module.Main
		if !inside || !speaks(u.Package) || u.recompile || isTestMain(u.Package) || len(u.GoFiles) == 0 {
			continue
		}
		u.index = len(g.candidates)
		g.candidates = append(g.candidates, u)
		if u.ForTest == "" {
			g.plain[u.PkgPath] = u
		}
	}
}

// speaks reports whether a package can have findings and facts: it belongs to a
// main or workspace module, or, having been asked for, to the standard library
// or GOPATH, and is not vendored.
func speaks(p *packages.Package) bool {
	path := p.PkgPath
	if p.Module != nil {
		if !p.Module.Main {
			return false
		}
		path = strings.TrimPrefix(path, p.Module.Path)
	}
	return !strings.Contains("/"+path+"/", "/vendor/")
}

// isTestMain reports whether p is the main package that the go command
// generates for a test binary.
func isTestMain(p *packages.Package) bool {
	return p.Name == "main" && strings.HasSuffix(p.PkgPath, ".test") && p.ID == p.PkgPath
}

// link computes the candidates that facts reach each candidate from. The facts
// of a package recompiled for a test are those of the plain package.
func (g *graph) link() {
	memo := make(map[*unit]bitset)
	var reach func(u *unit) bitset
	reach = func(u *unit) bitset {
		if set, ok := memo[u]; ok {
			return set
		}
		set := newBitset(len(g.candidates))
		memo[u] = set
		for _, imp := range u.Imports {
			dep := g.units[imp]
			set.union(reach(dep))
			if dep.recompile {
				dep = g.plain[dep.PkgPath]
			}
			if dep != nil && dep.index >= 0 {
				set.add(dep.index)
				set.union(reach(dep))
			}
		}
		return set
	}
	for _, u := range g.candidates {
		u.closure = reach(u)
		for i, dep := range g.candidates {
			if u.closure.has(i) {
				u.deps = append(u.deps, dep)
				dep.imported = true
			}
		}
	}
}

// compile marks the candidates that hold one of the files, and those that import one.
func (g *graph) compile(files []string) {
	if len(files) == 0 {
		return
	}
	changed := newBitset(len(g.candidates))
	for _, u := range g.candidates {
		if slices.ContainsFunc(u.GoFiles, func(name string) bool { return slices.Contains(files, name) }) {
			changed.add(u.index)
		}
	}
	for _, u := range g.candidates {
		u.compile = changed.has(u.index) || slices.ContainsFunc(u.deps, func(dep *unit) bool { return changed.has(dep.index) })
	}
}

// provider returns the unit whose facts speak for the objects of the package
// with the given path as seen from u, or nil.
func (g *graph) provider(u *unit, path string) *unit {
	if u.PkgPath == path {
		return u
	}
	if u.ForTest == path { // an external test sees the variant with tests
		for _, dep := range u.deps {
			if dep.PkgPath == path && dep.ForTest == path {
				return dep
			}
		}
	}
	if p := g.plain[path]; p != nil && u.closure.has(p.index) {
		return p
	}
	return nil
}

// whole reports whether the patterns match every package of each main module
// among the candidates.
func whole(dir string, candidates []*unit, patterns []string) bool {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return false
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real
	}
	for _, u := range candidates {
		if u.Module == nil {
			return false
		}
		if !slices.ContainsFunc(patterns, func(pattern string) bool {
			base, ok := strings.CutSuffix(pattern, "/...")
			return ok && (base == u.Module.Path || isLocal(base) && filepath.Join(abs, base) == u.Module.Dir)
		}) {
			return false
		}
	}
	return true
}

func isLocal(pattern string) bool {
	return pattern == "." || pattern == ".." || strings.HasPrefix(pattern, "./") || strings.HasPrefix(pattern, "../")
}

// A bitset is a set of small integers.
type bitset []uint64

func newBitset(n int) bitset    { return make(bitset, (n+63)/64) }
func (s bitset) add(i int)      { s[i/64] |= 1 << (i % 64) }
func (s bitset) has(i int) bool { return s[i/64]&(1<<(i%64)) != 0 }
func (s bitset) union(t bitset) {
	for i := range t {
		s[i] |= t[i]
	}
}

// loaded counts the dependencies whose declarations were type-checked.
func (g *graph) loaded() int {
	n := 0
	for _, u := range g.units {
		if u.load.types != nil && !u.result.target {
			n++
		}
	}
	return n
}
