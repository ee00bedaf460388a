// Package engine runs checks over Go packages from source: it decides by the
// words in the files which packages are worth type-checking, type-checks those
// and the declarations they depend on, and runs the checks on them. It keeps
// no cache.
package engine

import (
	"cmp"
	"context"
	"fmt"
	"go/token"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// Options configure [Run].
type Options struct {
	Dir   string   // working directory; "" means the current one
	Env   []string // environment of the go command; nil means the process's
	Tags  string   // build tags, as for go build
	Tests bool     // analyse test files too
	// Overlay, if not nil, puts files in the place of others.
	Overlay *Overlay
	// Compile lists files, with absolute names, whose packages, and the candidates
	// that import those, are type-checked in full even if no check wants them.
	Compile []string
	Rules   []*rule.Rule

	// Config returns the configuration of the module whose go.mod lies in
	// dir, "" for packages of the standard library. nil means the default.
	Config func(dir string) (*config.Config, error)

	// Only, if not nil, tells of which of the packages that the patterns match
	// findings are reported, by import path. They are the ones that a run without
	// it reports there.
	Only func(path string) bool

	// Suppressed asks for what comments suppress, too.
	Suppressed bool

	// MissingOK makes patterns that match nothing no error.
	MissingOK bool

	// NoTriggers makes every candidate a target of every check.
	NoTriggers bool

	// Progress, if not nil, is told how many packages are done.
	Progress func(done, total int)
}

// Result is what a run found.
type Result struct {
	Findings []finding.Finding // sorted, see [finding.Compare]
	// Suppressed are those that comments keep from being reported, sorted, but for
	// what rules find only in the whole program.
	Suppressed []finding.Finding
	// Files are the Go files, sorted, of the packages of main modules that findings
	// are reported in.
	Files []string
	// Skipped lists the packages that could not be analysed, with the reason.
	Skipped []PackageError
	// Internal lists errors and panics of the checks themselves.
	Internal []error
	// Summaries are what the rules left of each package, in import order.
	Summaries map[*rule.Rule][]Summary
	// Packages are those that findings are reported in, in import order.
	Packages []Package
	// Whole says that the patterns match every package of the modules.
	Whole bool
	Stats Stats
}

// A Package is one that findings are reported in.
type Package struct {
	Path   string // import path
	Dir    string
	Module Module // the zero value for the standard library
	// Ignored are the files that build constraints exclude, absolute.
	Ignored []string
}

// A Module is a main or workspace module.
type Module struct{ Path, Dir string }

// A Summary is what a rule left of a package, see [rule.Pass.Summarize].
type Summary struct {
	Root  bool // the package is one that the patterns match
	Value any
}

// Stats describes the work that a run did.
type Stats struct {
	Roots        int // packages that findings are reported in
	Candidates   int // packages that were scanned for words
	Dependencies int // packages whose declarations were type-checked
	// Targets lists the packages that checks ran on, in import order.
	Targets []Target
}

// A Target is a package that checks ran on.
type Target struct {
	Package string // ID of the package; differs from the path in test variants
	Reasons []string
	SSA     bool // some check asked for its SSA form
}

func (s *Stats) count(u *unit) {
	s.Candidates++
	if u.reported() {
		s.Roots++
	}
	if u.result.target {
		s.Targets = append(s.Targets, Target{u.ID, u.result.reasons, u.result.ssa})
	}
}

// A PackageError tells why a package could not be analysed.
type PackageError struct {
	Package string // import path
	Pos     string // "file:line:col", or ""
	Msg     string
	// Partial says that the package was analysed all the same, without something
	// that it embeds.
	Partial bool
	// Tests says that it was analysed without its tests, which do not type-check.
	Tests bool
}

func (e PackageError) Error() string {
	if e.Pos == "" {
		return fmt.Sprintf("%s: %s", e.Package, e.Msg)
	}
	return fmt.Sprintf("%s: %s: %s", e.Package, e.Pos, e.Msg)
}

// Run analyses the packages that the patterns match. An error means that
// nothing could be analysed: wrong patterns, no module, a bad configuration,
// an interrupt, or a go command that failed as a whole. After an interrupt,
// checks that were running go on for nobody until the process ends.
func Run(ctx context.Context, opts Options, patterns ...string) (*Result, error) {
	e, err := analyze(ctx, opts, patterns)
	if err != nil {
		return nil, err
	}
	return e.collect(), nil
}

// analyze runs the checks, each on the packages that it wants.
func analyze(ctx context.Context, opts Options, patterns []string) (*engine, error) {
	g, err := loadGraph(ctx, &opts, patterns)
	if err != nil {
		return nil, interrupted(ctx, err)
	}
	e := &engine{
		opts:  &opts,
		graph: g,
		fset:  token.NewFileSet(),
		plan:  newPlan(opts.Rules, opts.Overlay.ReadFile),
		cpu:   make(semaphore, runtime.GOMAXPROCS(0)),
		read:  opts.Overlay.ReadFile,
	}
	e.loader = loader{ctx: ctx, g: g, fset: e.fset, read: e.read, cpu: e.cpu, cgo: &cgoFiles{opts: &opts}}
	if e.configs, err = configs(g, opts.Config); err != nil {
		return nil, err
	}
	for _, cfg := range e.configs {
		e.plan.addModels(cfg)
	}
	g.setAside(opts.Only)
	g.compile(opts.Compile)
	e.scan()
	e.leaveUnneeded()
	e.expectCgo()
	if !e.runAll(ctx) {
		return nil, errInterrupted
	}
	return e, nil
}

func interrupted(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return errInterrupted
	}
	return err
}

// A readFunc reads a file.
type readFunc func(name string) ([]byte, error)

type engine struct {
	read      readFunc
	opts      *Options
	graph     *graph
	fset      *token.FileSet
	plan      *plan
	cpu       semaphore
	loader    loader
	names     names
	configs   map[string]*config.Config // by module directory
	decisions []*decision               // by candidate
	finished  atomic.Int64
}

// configs reads the configuration of each module among the candidates.
func configs(g *graph, load func(dir string) (*config.Config, error)) (map[string]*config.Config, error) {
	out := make(map[string]*config.Config)
	for _, u := range g.candidates {
		dir := u.moduleDir()
		if out[dir] != nil {
			continue
		}
		out[dir] = new(config.Config)
		if load != nil {
			cfg, err := load(dir)
			if err != nil {
				return nil, err
			}
			out[dir] = cfg
		}
	}
	return out, nil
}

func (u *unit) describe() Package {
	p := Package{Path: u.PkgPath, Dir: u.Dir, Ignored: u.IgnoredFiles}
	if u.Module != nil {
		p.Module = Module{u.Module.Path, u.Module.Dir}
	}
	return p
}

func (u *unit) moduleDir() string {
	if u.Module == nil {
		return ""
	}
	return u.Module.Dir
}

// scan decides by their words which candidates are targets, facts aside.
func (e *engine) scan() {
	e.decisions = make([]*decision, len(e.graph.candidates))
	wanted := func(word []byte) bool { return e.plan.words[string(word)] }
	var wg sync.WaitGroup
	for i, u := range e.graph.candidates {
		wg.Go(func() {
			e.cpu.acquire()
			defer e.cpu.release()
			code, tests, err := wordsOf(u, e.read, wanted)
			if err != nil {
				u.load.errs = append(u.load.errs, err)
			}
			e.decisions[i] = e.plan.triggered(u, e.configs[u.moduleDir()], code, tests, e.opts.NoTriggers)
		})
	}
	wg.Wait()
}

// expectCgo tells the loader of which packages the generated files of cgo will be
// asked for: of targets.
func (e *engine) expectCgo() {
	for i, u := range e.graph.candidates {
		if len(e.decisions[i].analyzers) > 0 && u.usesCgo() {
			e.loader.cgo.expected = append(e.loader.cgo.expected, u)
		}
	}
}

// runAll runs all candidates, each after those that it imports. It reports
// false when it is interrupted, and then does not wait: a check cannot be.
func (e *engine) runAll(ctx context.Context) bool {
	var wg sync.WaitGroup
	for i, u := range e.graph.candidates {
		wg.Go(func() {
			defer close(u.done)
			for _, dep := range u.deps {
				<-dep.done
			}
			if ctx.Err() == nil {
				e.candidate(u, e.decisions[i])
			}
			if e.opts.Progress != nil {
				e.opts.Progress(int(e.finished.Add(1)), len(e.graph.candidates))
			}
		})
	}
	done := make(chan struct{})
	go func() {
		wg.Wait()
		close(done)
	}()
	select {
	case <-done:
	case <-ctx.Done():
	}
	return ctx.Err() == nil
}

// candidate decides on a unit and, if it is a target, loads it, runs the
// checks and publishes the names that carry facts.
func (e *engine) candidate(u *unit, d *decision) {
	if u.unneeded {
		return
	}
	if err := e.plan.woken(u, e.configs[u.moduleDir()], e.names.load(), d); err != nil {
		u.load.errs = append(u.load.errs, err)
	}
	wanted := len(d.analyzers) > 0 || u.compile
	if wanted && !u.flawed() {
		e.plan.complete(d)
		e.target(u, d)
	} else if u.reported() {
		e.cpu.acquire()
		checkSyntax(u, e.read)
		e.cpu.release()
	}
	if u.root || len(u.load.errs) > 0 || wanted && len(u.Errors) > 0 {
		u.result.skipped = u.problems()
	}
}

func (e *engine) target(u *unit, d *decision) {
	u.result.target, u.result.reasons = true, d.reasons
	e.loader.imports(u)
	e.cpu.acquire()
	defer e.cpu.release()
	e.loader.target(u)
	defer u.load.release()
	if len(u.load.errs) == 0 && len(u.load.syntax) > 0 {
		e.runAnalyzers(u, d.analyzers, e.configs[u.moduleDir()])
		u.seal()
		e.names.publish(u, e.plan.owners)
	}
}

// collect gathers the results of all candidates and lets the checks that need
// the whole program finish.
func (e *engine) collect() *Result {
	res := &Result{Skipped: e.graph.unlisted, Summaries: make(map[*rule.Rule][]Summary), Whole: e.graph.whole}
	programs := make(map[*rule.Rule]*rule.Program)
	code := newCode(e)
	for _, u := range e.graph.candidates {
		res.Stats.count(u)
		if u.reported() {
			res.Packages = append(res.Packages, u.describe())
			if u.Module != nil {
				res.Files = append(res.Files, u.GoFiles...)
			}
		}
		res.Findings = append(res.Findings, u.result.findings...)
		res.Internal = append(res.Internal, u.result.internal...)
		for _, err := range u.result.skipped {
			if !slices.Contains(res.Skipped, err) {
				res.Skipped = append(res.Skipped, err)
			}
		}
		for r, s := range u.result.summaries {
			res.Summaries[r] = append(res.Summaries[r], Summary{u.root, s})
			if !u.root {
				continue
			}
			if programs[r] == nil {
				programs[r] = &rule.Program{Whole: e.graph.whole, Code: code}
			}
			programs[r].Summaries = append(programs[r].Summaries, s)
		}
	}
	if e.graph.whole {
		res.Findings = slices.DeleteFunc(res.Findings, code.idle)
	}
	for _, r := range e.plan.rules {
		p := programs[r]
		if p != nil && r.Holds != nil {
			res.Findings = slices.DeleteFunc(res.Findings, func(f finding.Finding) bool { return f.Analyzer == r.Slug && !r.Holds(p, f) })
		}
		if p != nil && r.Finish != nil {
			res.Findings = append(res.Findings, r.Finish(p)...)
		}
	}
	res.Stats.Dependencies = e.graph.loaded()
	res.Findings, res.Suppressed = separate(finding.Normalize(res.Findings))
	slices.Sort(res.Files)
	res.Files = slices.Compact(res.Files)
	slices.SortFunc(res.Skipped, func(a, b PackageError) int { return cmp.Compare(a.Error(), b.Error()) })
	return res
}
