package engine

import (
	"errors"
	"go/types"
	"reflect"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/packages"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// unitResult is what the checks said about a unit.
type unitResult struct {
	findings  []finding.Finding
	summaries map[*rule.Rule]any
	skipped   []PackageError
	internal  []error
	target    bool
	reasons   []string
	ssa       bool
}

// runAnalyzers runs the analyzers on a target in order. One that fails is
// reported, and those that require it are left out.
//
// The driver of x/tools would do but for two things: it cannot be given the
// facts of an earlier call, and here the packages are decided on one after the
// other, by the facts found so far.
func (e *engine) runAnalyzers(u *unit, analyzers []*analysis.Analyzer, cfg *config.Config) {
	results := map[*analysis.Analyzer]any{config.Analyzer: cfg}
	failed := make(map[*analysis.Analyzer]bool)
	u.result.summaries = make(map[*rule.Rule]any)
	conv := newConverter(e.fset, u, e.read)
	for _, a := range analyzers {
		if _, ok := results[a]; ok {
			continue
		}
		pass := e.newPass(u, a)
		for _, req := range a.Requires {
			failed[a] = failed[a] || failed[req]
			pass.ResultOf[req] = results[req]
		}
		if failed[a] {
			continue
		}
		var diags []analysis.Diagnostic
		pass.Report = func(d analysis.Diagnostic) { diags = append(diags, d) }
		result, err := a.Run(pass)
		if err != nil {
			failed[a] = true
			u.result.internal = append(u.result.internal, err)
			continue
		}
		results[a] = result
		if r := e.plan.byRule[a]; r != nil {
			result := result.(*rule.Result)
			if u.reported() {
				conv.add(r, e.relevant(u, r, diags), nil)
				e.addSuppressed(conv, r, result.Suppressed)
			}
			if result.Summary != nil {
				u.result.summaries[r] = result.Summary
			}
		}
	}
	u.result.findings = conv.finish()
	u.result.ssa = builtSSA(results)
}

// addSuppressed adds what comments keep a rule from reporting, if it is asked for.
func (e *engine) addSuppressed(conv *converter, r *rule.Rule, list []rule.Suppressed) {
	if !e.opts.Suppressed {
		return
	}
	for _, s := range list {
		conv.add(r, e.relevant(conv.u, r, []analysis.Diagnostic{s.Diagnostic}), s.Comment)
	}
}

// builtSSA reports whether one of the analyzers tells that it has built SSA.
func builtSSA(results map[*analysis.Analyzer]any) bool {
	for _, result := range results {
		if builder, ok := result.(interface{ Built() bool }); ok && builder.Built() {
			return true
		}
	}
	return false
}

func (e *engine) newPass(u *unit, a *analysis.Analyzer) *analysis.Pass {
	own := make(map[reflect.Type]bool)
	for _, f := range a.FactTypes {
		own[reflect.TypeOf(f)] = true
	}
	return &analysis.Pass{
		Analyzer:     a,
		Fset:         e.fset,
		Files:        u.load.syntax,
		OtherFiles:   u.OtherFiles,
		IgnoredFiles: u.IgnoredFiles,
		Pkg:          u.load.types,
		TypesInfo:    u.load.info,
		TypesSizes:   u.TypesSizes,
		Module:       module(u.Module),
		ResultOf:     make(map[*analysis.Analyzer]any),
		ReadFile:     e.read,
		ImportObjectFact: func(obj types.Object, fact analysis.Fact) bool {
			if obj == nil || obj.Pkg() == nil || !own[reflect.TypeOf(fact)] {
				return false
			}
			p := e.graph.provider(u, obj.Pkg().Path())
			return p != nil && copyFact(fact, p.lookup(obj, reflect.TypeOf(fact)))
		},
		ExportObjectFact: func(obj types.Object, fact analysis.Fact) { u.export(obj, fact) },
		ImportPackageFact: func(pkg *types.Package, fact analysis.Fact) bool {
			p := e.graph.provider(u, pkg.Path())
			return p != nil && copyFact(fact, p.pkg[reflect.TypeOf(fact)])
		},
		ExportPackageFact: func(fact analysis.Fact) { u.exportPackage(fact) },
		AllObjectFacts:    func() []analysis.ObjectFact { return u.all(a.FactTypes) },
		AllPackageFacts: func() []analysis.PackageFact {
			var out []analysis.PackageFact
			for _, dep := range append(u.deps, u) {
				for _, f := range a.FactTypes {
					if fact := dep.pkg[reflect.TypeOf(f)]; fact != nil {
						out = append(out, analysis.PackageFact{Package: dep.load.types, Fact: fact})
					}
				}
			}
			return out
		},
	}
}

func module(m *packages.Module) *analysis.Module {
	if m == nil {
		return nil
	}
	out := &analysis.Module{
		Path: m.Path, Version: m.Version, Replace: module(m.Replace), Time: m.Time, Main: m.Main,
		Indirect: m.Indirect, Dir: m.Dir, GoMod: m.GoMod, GoVersion: m.GoVersion,
	}
	if m.Error != nil {
		out.Error = &analysis.ModuleError{Err: m.Error.Err}
	}
	return out
}

// errInterrupted ends a run whose context was cancelled.
var errInterrupted = errors.New("interrupted")
