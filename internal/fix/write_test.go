package fix_test

import (
	"context"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/internal/fix"
)

func TestWrite(t *testing.T) {
	const src = "package p\n\nvar x = 1 /*2*/\n"
	a := write(t, map[string]string{"a.go": src, "b.go": src})
	name := filepath.Join(a.dir, "a.go")
	if err := os.Chmod(name, 0o750); err != nil {
		t.Fatal(err)
	}
	if err := a.make(t, false).Write(t.Context()); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(name)
	if err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
	if _, err := parser.ParseFile(token.NewFileSet(), name, nil, 0); err != nil || a.read(t, "b.go") != "package p\n\nvar x = 2\n" {
		t.Errorf("%v, %q", err, a.read(t, "b.go"))
	}
	a.holds(t, "a.go", "b.go")
}

// holds fails unless the directory holds these files and no others, such as
// temporary ones.
func (a *toy) holds(t *testing.T, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(a.dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if !slices.Equal(names, want) {
		t.Errorf("the directory holds %q", names)
	}
}

// TestChanged: where a file is changed by others, at whatever time, none is written.
func TestChanged(t *testing.T) {
	const src, theirs = "package p\n\nvar x = 1 /*2*/\n", "package p\n\nvar x = 3\n"
	for when := range 4 {
		a := write(t, map[string]string{"a.go": src, "b.go": src})
		edit := func() {
			if err := os.WriteFile(filepath.Join(a.dir, "b.go"), []byte(theirs), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		a.during = func(run int) {
			if run == when {
				edit()
			}
		}
		plan, err := fix.Make(t.Context(), fix.Options{Analyze: a.analyze})
		if when == 0 || when == 3 {
			edit()
		}
		if err == nil {
			err = plan.Write(t.Context())
		}
		if err == nil || !strings.Contains(err.Error(), "b.go was changed") || !strings.Contains(err.Error(), "nothing is written") {
			t.Errorf("%d: error %v", when, err)
		}
		if a.read(t, "a.go") != src || a.read(t, "b.go") != theirs {
			t.Errorf("%d: files hold %q, %q", when, a.read(t, "a.go"), a.read(t, "b.go"))
		}
		a.holds(t, "a.go", "b.go")
	}
}

// TestUndo: if one file cannot be replaced, those before it are put back.
func TestUndo(t *testing.T) {
	const src = "package p\n\nvar x = 1 /*2*/\n"
	a := write(t, map[string]string{"a.go": src, "b.go": src})
	plan := a.make(t, false)
	var first []string
	ctx := &interrupting{Context: t.Context(), each: func() {
		temps, err := filepath.Glob(filepath.Join(a.dir, ".leapguard-*"))
		if err != nil || len(temps) == 0 {
			t.Fatal(temps, err)
		}
		if first == nil {
			first = temps
			return
		}
		for _, temp := range temps { // the one that is to be b.go
			if temp != first[0] {
				if err := os.Remove(temp); err != nil {
					t.Fatal(err)
				}
			}
		}
	}}
	if err := plan.Write(ctx); err == nil || !strings.Contains(err.Error(), "left as they were") {
		t.Errorf("error %v", err)
	}
	if a.read(t, "a.go") != src || a.read(t, "b.go") != src {
		t.Errorf("files hold %q, %q", a.read(t, "a.go"), a.read(t, "b.go"))
	}
	a.holds(t, "a.go", "b.go")
}

// interrupting calls a function each time that its state is asked for.
type interrupting struct {
	context.Context
	each func()
}

func (c *interrupting) Err() error {
	c.each()
	return c.Context.Err()
}

func TestInterrupt(t *testing.T) {
	const src = "package p\n\nvar x = 1 /*2*/\n"
	a := write(t, map[string]string{"a.go": src, "b.go": src})
	plan := a.make(t, false)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := plan.Write(ctx); err == nil {
		t.Error("no error")
	}
	if a.read(t, "a.go") != src || a.read(t, "b.go") != src {
		t.Error("a file is written")
	}
	a.holds(t, "a.go", "b.go")
}
