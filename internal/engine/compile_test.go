package engine

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/leapguard/leapguard/internal/rule"
)

const importers = `
-- a/a.go --
package a

const Limit = 3
-- a/a_test.go --
package a

var _ = Limit
-- b/b.go --
package b

import "example.com/m/a"

var list [1]int

func F() int { return list[a.Limit-3] }
-- c/c.go --
package c

func f() int { return undefined }
`

// TestCompile: with contents in the place of a file, packages that hold it and those
// that import it are type-checked, though no check wants them, and no others.
func TestCompile(t *testing.T) {
	dir := unpack(t, importers)
	name := filepath.Join(dir, "a", "a.go")
	skipped := func(text string, compile ...string) (out []string) {
		t.Helper()
		res, err := Run(t.Context(), Options{
			Dir: dir, Tests: true, Rules: []*rule.Rule{markrule()}, Compile: compile,
			Overlay: NewOverlay(map[string][]byte{name: []byte(text)}, NewDigests()),
		}, "./...")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range res.Skipped {
			out = append(out, e.Package)
		}
		if len(res.Files) != 4 || !slices.Contains(res.Files, name) {
			t.Errorf("files %q", res.Files)
		}
		return out
	}
	for _, tc := range []struct {
		text string
		want []string
	}{
		{"package a\n\nconst Limit = 3\n", nil},
		{"package a\n\nconst Limit = 4\n", []string{"example.com/m/b"}},
		{"package a\n\nconst Limit int = \"\"\n", []string{"example.com/m/a"}},
	} {
		if got := skipped(tc.text, name); !slices.Equal(got, tc.want) {
			t.Errorf("with %q, skipped %q, want %q", tc.text, got, tc.want)
		}
		if got := skipped(tc.text); len(got) > 0 {
			t.Errorf("with %q and nothing to compile, skipped %q", tc.text, got)
		}
	}
}

func TestDigests(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a.go")
	read := NewDigests()
	o := NewOverlay(nil, read)
	for _, step := range []struct {
		text  string
		match bool
	}{{"one", true}, {"one", true}, {"two", false}, {"one", false}} {
		if err := os.WriteFile(name, []byte(step.text), 0o666); err != nil {
			t.Fatal(err)
		}
		if data, err := o.ReadFile(name); err != nil || string(data) != step.text {
			t.Fatalf("%q, %v", data, err)
		}
		if got := read.Match(name, []byte(step.text)); got != step.match {
			t.Errorf("%s: match %v", step.text, got)
		}
	}
	if !read.Match("never read", nil) {
		t.Error("a file that was not read does not match")
	}
}

// TestOverlayIsKept: who blanks what was read does not change the overlay.
func TestOverlayIsKept(t *testing.T) {
	o := NewOverlay(map[string][]byte{"/a.go": []byte("text")}, nil)
	data, _ := o.ReadFile("/a.go")
	clear(data)
	if again, err := o.ReadFile("/a.go"); err != nil || string(again) != "text" {
		t.Errorf("%q, %v", again, err)
	}
}
