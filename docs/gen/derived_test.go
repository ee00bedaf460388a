package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

func TestDerivedUpToDate(t *testing.T) {
	want, err := derived()
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range want {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, text) {
			t.Errorf("docs/%s is stale: run go generate ./...", name)
		}
	}
}
