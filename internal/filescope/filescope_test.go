package filescope

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"
)

func TestGroup(t *testing.T) {
	t.Setenv("GOWORK", "off")
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":               "module example.com/m\n",
		"a/a.go":               "package a\n",
		"b/b.go":               "package b\r\n",
		"nested/go.mod":        "module example.com/nested // not m\r\n",
		"nested/x/y/y.go":      "package y\n",
		"_examples/e/go.mod":   "module e\n",
		"_examples/e/main.go":  "package main\n",
		"_examples/lost.go":    "package lost\n",
		"testdata/m/go.mod":    "module example.com/testdata\n",
		"testdata/m/t.go":      "package m\n",
		"vendor/x/x.go":        "package x\n",
		"a/testdata/t.go":      "package testdata\n",
		"a/.hidden/h.go":       "package hidden\n",
		"a/_z.go":              "package a\n",
		"a/README.md":          "",
		"nested/été ü/file.go": "package f\n",
		"nameless/go.mod":      "go 1.26\n",
		"nameless/n.go":        "package n\n",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	in := func(name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
	for _, tt := range []struct {
		from  string
		names []string
		want  []Module
	}{
		{".", []string{"nested/x/y/y.go", "b/b.go", "a/a.go", "./a/../a/a.go", in("b/b.go")}, []Module{
			{Dir: in("."), Packages: []string{"example.com/m/a", "example.com/m/b"}},
			{Dir: in("nested"), Packages: []string{"example.com/nested/x/y"}},
		}},
		{"a", []string{"../b/b.go", "deleted.go"}, []Module{{Dir: in("."), Packages: []string{"example.com/m/a", "example.com/m/b"}}}},
		{".", []string{"_examples/e/main.go", "_examples/lost.go"}, []Module{{Dir: in("_examples/e"), Packages: []string{"e"}}}},
		{".", []string{"testdata/m/t.go", "vendor/x/x.go", "a/testdata/t.go", "a/.hidden/h.go", "a/_z.go", "a/README.md", "gone/gone.go", "nosuch.txt"}, nil},
		{"testdata", []string{"m/t.go"}, []Module{{Dir: in("testdata/m"), Packages: []string{"example.com/testdata"}}}},
		{".", nil, nil},
	} {
		got, err := Group(t.Context(), in(tt.from), tt.names)
		if err != nil || !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q in %s: %v, %v, want %v", tt.names, tt.from, got, err, tt.want)
		}
	}
	for _, name := range []string{"a", "nested/été ü/file.go", "nameless/n.go"} {
		if got, err := Group(t.Context(), dir, []string{name}); err == nil {
			t.Errorf("%s is in %v", name, got)
		}
	}
}

func TestGroupOutsideModules(t *testing.T) {
	dir := t.TempDir()
	if root := moduleRoot(dir); root != "" {
		t.Skipf("there is a module in %s", root)
	}
	if err := os.WriteFile(filepath.Join(dir, "a.go"), []byte("package a\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if got, err := Group(t.Context(), dir, []string{"deleted.go", "README.md"}); err != nil || got != nil {
		t.Errorf("%v, %v", got, err)
	}
	if got, err := Group(t.Context(), dir, []string{"deleted.go", "a.go"}); err == nil {
		t.Errorf("a.go is in %v", got)
	}
}
