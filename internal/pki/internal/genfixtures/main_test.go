package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestUpToDate: the fixtures in the tree are what the generator writes, byte for
// byte.
func TestUpToDate(t *testing.T) {
	for _, out := range outputs {
		want, err := out.text()
		if err != nil {
			t.Fatalf("%s: %v", out.file, err)
		}
		got, err := os.ReadFile(filepath.Join("..", "..", "..", "..", filepath.FromSlash(out.file)))
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s is not what genfixtures writes; run it", out.file)
		}
	}
}

// TestAllowed: fixtures lie where the lists for scanners of secrets
// (.gitleaks.toml, .trufflehog-exclude, .gitguardian.yaml, .github and
// .semgrepignore at the root of the module) expect them.
func TestAllowed(t *testing.T) {
	for _, out := range outputs {
		if !slices.Contains(strings.Split(out.file, "/"), "testdata") {
			t.Errorf("%s does not lie in a directory testdata", out.file)
		}
	}
}
