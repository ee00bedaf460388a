package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestUpToDate(t *testing.T) {
	want, err := generate("../..")
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob("../rules/*.md")
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string][]byte)
	for _, name := range names {
		if got[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	for name, page := range want {
		if !bytes.Equal(got[name], page) {
			t.Errorf("docs/rules/%s is stale: run go generate ./...", name)
		}
	}
	for name := range got {
		if want[name] == nil {
			t.Errorf("docs/rules/%s is of no rule: run go generate ./...", name)
		}
	}
}

func TestWithoutWant(t *testing.T) {
	for source, want := range map[string]string{
		"var x = 1 // want `one` \"two\"\nvar y = 2 // kept\n":             "var x = 1\nvar y = 2 // kept\n",
		"const k = /* want \"one\" */ `a`\nvar z /* kept */ = 1\n":         "const k = `a`\nvar z /* kept */ = 1\n",
		"f(/* want \"one\" */ a, /* want \"two\" */ b) // a // want \"c\"": "f(a, b) // a",
	} {
		if got := string(withoutWant([]byte(source))); got != want {
			t.Errorf("%q becomes %q, want %q", source, got, want)
		}
	}
}
