package engine

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

// toy makes a check of the default profile that runs on every package.
func toy(slug string, run func(*rule.Pass) error) *rule.Rule {
	return rule.New(rule.Def{
		Meta:  rule.Meta{Slug: slug, Profile: config.Default, Triggers: rule.Triggers{{"package"}}},
		Cores: []*rule.Core{flow.Core},
		Run:   run,
	})
}

// reportFuncs reports every function declaration.
func reportFuncs(p *rule.Pass) error {
	for _, file := range p.Files {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				p.Reportf(fn.Name, "func %s", fn.Name.Name)
			}
		}
	}
	return nil
}

func TestPanicInCheck(t *testing.T) {
	dir := unpack(t, "-- a.go --\npackage m\n\nfunc f() {}\n")
	boom := toy("boom", func(*rule.Pass) error { panic("boom") })
	res, err := Run(context.Background(), options(dir, boom, toy("funcs", reportFuncs)), "./...")
	if err != nil {
		t.Fatal(err)
	}
	if got := describe(dir, res.Findings); !reflect.DeepEqual(got, []string{"a.go:3 funcs func f"}) {
		t.Errorf("findings beside a panic: %v", got)
	}
	var panicErr *rule.PanicError
	if len(res.Internal) != 1 || !errors.As(res.Internal[0], &panicErr) || panicErr.Analyzer != "boom" || panicErr.Package != "example.com/m" {
		t.Errorf("internal errors = %v, want one that names check and package", res.Internal)
	}
}

func TestPanicInSSA(t *testing.T) {
	dir := unpack(t, "-- a.go --\npackage m\n\nfunc f() { g() }\n\nfunc g() {}\n")
	usesSSA := func(p *rule.Pass) error {
		clear(p.TypesInfo.Uses) // SSA building cannot do without
		flow.Of(p.Pass).Funcs()
		return nil
	}
	res, err := Run(context.Background(), options(dir, toy("one", usesSSA), toy("two", usesSSA), toy("funcs", reportFuncs)), "./...")
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Findings) != 2 {
		t.Errorf("findings beside a panic: %v", describe(dir, res.Findings))
	}
	if len(res.Internal) != 2 {
		t.Errorf("internal errors = %v, want one for each check that uses SSA", res.Internal)
	}
}

// TestLoopVariables checks that the language version of the module reaches SSA:
// until Go 1.21 all iterations share one variable.
func TestLoopVariables(t *testing.T) {
	const src = `
-- a.go --
package m

func f() (fs []func() int) {
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	return fs
}
`
	captured := toy("captured", func(p *rule.Pass) error {
		for _, fn := range flow.Of(p.Pass).Funcs() {
			for _, block := range fn.Blocks {
				for _, instr := range block.Instrs {
					if alloc, ok := instr.(*ssa.Alloc); ok && alloc.Comment == "i" {
						p.Reportf(fn.Syntax(), "per iteration: %v", inLoop(block))
					}
				}
			}
		}
		return nil
	})
	for version, want := range map[string]string{"1.21": "per iteration: false", "1.22": "per iteration: true"} {
		dir := unpack(t, src+"-- go.mod --\nmodule example.com/m\n\ngo "+version+"\n")
		found := false
		for _, f := range mustRun(t, options(dir, captured), ".").Findings {
			found = found || f.Message == want
		}
		if !found {
			t.Errorf("go %s: no variable with %q", version, want)
		}
	}
}

// inLoop reports whether a block can reach itself.
func inLoop(block *ssa.BasicBlock) bool {
	seen := make(map[*ssa.BasicBlock]bool)
	var reaches func(b *ssa.BasicBlock) bool
	reaches = func(b *ssa.BasicBlock) bool {
		for _, succ := range b.Succs {
			if succ == block {
				return true
			}
			if !seen[succ] {
				seen[succ] = true
				if reaches(succ) {
					return true
				}
			}
		}
		return false
	}
	return reaches(block)
}

func TestSkipped(t *testing.T) {
	for _, tc := range []struct{ name, archive, want string }{
		{"syntax error", "-- a.go --\npackage m\n\nfunc f( {\n", "a.go:3:9"},
		{"syntax error in a package without triggers", "-- a.go --\npackage other\n\nfunc f( {\n", "expected"},
		{"type error", "-- a.go --\npackage m\n\nvar x int = \"leapmark\"\n", "cannot use"},
		{"missing dependency", "-- a.go --\npackage m // leapmark\n\nimport _ \"example.org/nope\"\n", "to add it: go get example.org/nope"},
		{"type of a broken package", "-- broken/broken.go --\npackage broken\n\nimport \"example.org/nope\"\n\ntype T struct{ N nope.Int }\n-- m.go --\npackage m // leapmark\n\n" +
			"import \"example.com/m/broken\"\n\nfunc f(t *broken.T) bool { return t.N > 3 }\n", "the type of N is not known: package example.com/m/broken does not type-check"},
		{"import cycle", "-- a/a.go --\npackage a\n\nimport _ \"example.com/m/b\"\n-- b/b.go --\npackage b\n\nimport _ \"example.com/m/a\"\n", "import cycle not allowed"},
		{"no import path", "-- a.go --\npackage m\n-- a b/a.go --\npackage b\n", "malformed import path"},
		{"missing embedded file", "-- a.go --\npackage m // leapmark\n\nimport _ \"embed\"\n\n//go:embed nope.pem\nvar x string\n", "pattern nope.pem: no matching files found"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			dir := unpack(t, tc.archive)
			res := mustRun(t, options(dir, markrule()), "./...")
			if len(res.Skipped) == 0 || !strings.Contains(res.Skipped[0].Error(), tc.want) {
				t.Errorf("skipped = %v, want one with %q", res.Skipped, tc.want)
			}
			for _, err := range res.Skipped {
				if strings.Contains(err.Error(), "\n") {
					t.Errorf("%q is more than one line", err)
				}
			}
		})
	}
}

// TestMissingEmbed analyses a package although a file is missing that it embeds.
func TestMissingEmbed(t *testing.T) {
	dir := unpack(t, "-- a.go --\npackage m\n\nimport _ \"embed\"\n\n//go:embed dist\nvar x string\n\n// leapmark\nfunc F() {}\n\nfunc g() { F() }\n")
	res := mustRun(t, options(dir, markrule()), "./...")
	if len(res.Findings) != 1 || len(res.Skipped) != 1 {
		t.Errorf("findings = %v, skipped = %v, want one of each", res.Findings, res.Skipped)
	}
}

func TestRunErrors(t *testing.T) {
	empty := unpack(t, "-- doc.txt --\n")
	full := unpack(t, "-- a.go --\npackage m\n")
	other := unpack(t, "-- a.go --\npackage other\n")
	for _, tc := range []struct{ name, dir, patterns, want string }{
		{"one of two matches nothing", full, ". ./none", "directory not found"},
		{"nothing matches", empty, "./...", "no packages match ./..."},
		{"other tags", unpack(t, "-- a.go --\n//go:build other\n\npackage m\n"), ".", "build constraints exclude all Go files"},
		{"other tags everywhere", unpack(t, "-- a.go --\n//go:build other\n\npackage m\n"), "./...", "no packages match ./..."},
		{"no such directory", full, "./none", "directory not found"},
		{"outside the module", full, other, "outside main module"},
		{"not required", full, "example.org/nope", "example.org/nope"},
		{"no go.mod", t.TempDir(), "./...", "no go.mod in"},
		{"newer go", unpack(t, "-- go.mod --\nmodule m\n\ngo 1.999\n-- a.go --\npackage m\n"), "./...", "requires go >= 1.999"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := Run(context.Background(), options(tc.dir, markrule()), strings.Fields(tc.patterns)...)
			if err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("error = %v, want one with %q", err, tc.want)
			}
		})
	}
}

func TestInterrupt(t *testing.T) {
	dir := unpack(t, "-- a.go --\npackage m\n")
	ctx, cancel := context.WithCancel(context.Background())
	stop := toy("stop", func(*rule.Pass) error { cancel(); return nil })
	if _, err := Run(ctx, options(dir, stop), "./..."); !errors.Is(err, errInterrupted) {
		t.Errorf("error = %v, want %v", err, errInterrupted)
	}
}

// TestDeterminism runs a module of many packages that depend on each other's
// facts, on one and on two processors.
// TestInterruptedCheck interrupts a check that would never end.
func TestInterruptedCheck(t *testing.T) {
	dir := unpack(t, "-- go.mod --\nmodule example.com/m\n-- m.go --\npackage m\n\nfunc F() {}\n")
	ctx, cancel := context.WithCancel(context.Background())
	forever := make(chan struct{})
	defer close(forever)
	endless := toy("endless", func(*rule.Pass) error {
		cancel()
		<-forever
		return nil
	})
	if _, err := Run(ctx, options(dir, endless), "./..."); !errors.Is(err, errInterrupted) {
		t.Errorf("err = %v, want %v", err, errInterrupted)
	}
}

func TestDeterminism(t *testing.T) {
	var archive strings.Builder
	archive.WriteString("-- p0/p.go --\npackage p0\n\n// leapmark\nfunc F0() int { return 0 }\n\n// leapmark\nfunc G0() int { return 0 }\n")
	for i := 1; i < 40; i++ {
		fmt.Fprintf(&archive, "-- p%d/p.go --\npackage p%d\n\nimport \"example.com/m/p%d\"\n\n", i, i, i/2)
		fmt.Fprintf(&archive, "func F%d() int { return p%d.F%d() }\n\nfunc G%d() int { return p%d.G%d() }\n", i, i/2, i/2, i, i/2, i/2)
	}
	dir := unpack(t, archive.String())
	var want *Result
	for _, procs := range []int{1, 2, 1, 2} {
		old := runtime.GOMAXPROCS(procs)
		res := mustRun(t, options(dir, markrule()), "./...")
		runtime.GOMAXPROCS(old)
		if want == nil {
			want = res
		}
		if len(res.Findings) != 78 || !reflect.DeepEqual(res.Findings, want.Findings) {
			t.Fatalf("%d findings on %d processors differ from the first run's %d", len(res.Findings), procs, len(want.Findings))
		}
		if !reflect.DeepEqual(res.Stats.Targets, want.Stats.Targets) {
			t.Fatalf("targets on %d processors differ from the first run's:\n%v\n%v", procs, res.Stats.Targets, want.Stats.Targets)
		}
	}
}
