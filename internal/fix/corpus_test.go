package fix_test

import (
	"bytes"
	"context"
	"go/format"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/fix"
	"github.com/leapguard/leapguard/internal/rule"
)

// TestCorpus fixes the testdata of every check, in the strict profile, first safely,
// then unsafely: what is changed is as gofmt has it and compiles, a second run fixes
// nothing, and each check that has fixes fixes something.
func TestCorpus(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the testdata of every check")
	}
	var mu sync.Mutex
	fixed := make(map[string]bool)
	t.Run("modules", func(t *testing.T) {
		for _, dir := range corpus(t) {
			t.Run(filepath.ToSlash(dir), func(t *testing.T) {
				t.Parallel()
				for _, slug := range fixModule(t, copyModule(t, filepath.Join("../../analyzers", dir))) {
					mu.Lock()
					fixed[slug] = true
					mu.Unlock()
				}
			})
		}
	})
	for _, r := range analyzers.All() {
		if r.Fix != rule.NoFix && !fixed[r.Slug] {
			t.Errorf("no finding of %s is fixed", r.Slug)
		}
	}
}

// corpus lists the modules in the testdata of the checks.
func corpus(t *testing.T) []string {
	t.Helper()
	var dirs []string
	err := filepath.WalkDir("../../analyzers", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Name() == "go.mod" {
			dir, err := filepath.Rel("../../analyzers", filepath.Dir(name))
			dirs = append(dirs, dir)
			return err
		}
		return err
	})
	if err != nil || len(dirs) < len(analyzers.All())-1 {
		t.Fatalf("%d modules: %v", len(dirs), err)
	}
	return dirs
}

// copyModule copies a module and the further ones in it, whose stubs it may use.
func copyModule(t *testing.T, dir string) string {
	t.Helper()
	root := t.TempDir()
	// A module of an option may replace others by what lies above it.
	above := dir
	for filepath.Base(above) != "testdata" {
		above = filepath.Dir(above)
	}
	if err := os.CopyFS(root, os.DirFS(above)); err != nil {
		t.Fatal(err)
	}
	rel, err := filepath.Rel(above, dir)
	if err != nil {
		t.Fatal(err)
	}
	real, err := filepath.EvalSymlinks(root)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(real, rel)
}

// fixModule fixes a module and returns the slugs of the findings that are gone.
func fixModule(t *testing.T, dir string) []string {
	t.Helper()
	if all, _ := makePlan(t, dir, true); len(all.Changes) == 0 {
		return nil // the safe fixes are among them
	}
	var slugs []string
	for _, unsafe := range []bool{false, true} {
		plan, before := makePlan(t, dir, unsafe)
		if len(plan.Changes) == 0 {
			continue
		}
		if err := plan.Write(t.Context()); err != nil {
			t.Fatal(err)
		}
		t.Logf("unsafe %t: %d fixes in %d files", unsafe, plan.Fixes, len(plan.Changes))
		for _, l := range plan.Left {
			t.Errorf("%s:%d: the fix of %s is left out: %s", l.File, l.Line, l.Analyzer, l.Reason)
		}
		for _, c := range plan.Changes {
			if formatted, err := format.Source(c.After); err != nil || !bytes.Equal(formatted, c.After) {
				t.Errorf("%s is not as gofmt has it: %v", c.Name, err)
			}
		}
		cmd := exec.Command("go", "vet", "-assign", "./...") // type-checks the tests too
		cmd.Dir, cmd.Env = dir, environment()
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		again, _ := makePlan(t, dir, unsafe)
		if again.Fixes > 0 || len(again.Changes) > 0 {
			t.Errorf("a second run fixes %d findings more in %s", again.Fixes, again.Changes[0].Name)
		}
		slugs = append(slugs, gone(before, again.Result.Findings)...)
	}
	return slugs
}

// makePlan returns the plan for a module, and what is found without it.
func makePlan(t *testing.T, dir string, unsafe bool) (plan *fix.Plan, before []finding.Finding) {
	t.Helper()
	plan, err := fix.Make(t.Context(), fix.Options{
		Unsafe: unsafe,
		Analyze: func(ctx context.Context, overlay *engine.Overlay, compile []string) (*engine.Result, error) {
			opts := options(dir)
			opts.Overlay, opts.Compile = overlay, compile
			result, err := engine.Run(ctx, opts, "./...")
			if compile == nil && err == nil {
				before = result.Findings
			}
			return result, err
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return plan, before
}

func environment() []string {
	return append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off")
}

func options(dir string) engine.Options {
	return engine.Options{
		Dir:   dir,
		Env:   environment(),
		Tests: true,
		Rules: analyzers.All(),
		Config: func(dir string) (*config.Config, error) {
			c := new(config.Config)
			if name := config.Find(dir); name != "" {
				var err error
				if c, err = config.Load(name); err != nil {
					return nil, err
				}
			}
			c.Root, c.Profile, c.Now = dir, config.Strict, time.Date(2026, time.November, 22, 0, 0, 0, 0, time.UTC)
			return c, nil
		},
	}
}

// gone returns the slugs of which there are fewer findings now.
func gone(before, after []finding.Finding) []string {
	count := make(map[string]int)
	for _, f := range before {
		count[f.Analyzer]++
	}
	for _, f := range after {
		count[f.Analyzer]--
	}
	var out []string
	for slug, n := range count {
		if n > 0 {
			out = append(out, slug)
		}
	}
	return out
}
