package main

import (
	"bytes"
	"os"
	"path/filepath"
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
