package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/output"
)

func TestReadmeUpToDate(t *testing.T) {
	want, err := readme("../..")
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("the table of the rules in README.md is stale: run go generate ./...")
	}
}

// The finding that the README shows is what leapguard prints.
func TestReadmeFinding(t *testing.T) {
	const root = "../.."
	findings, err := run(root, analyzers.Lookup("yearadd"), "./testdata/incidents/leapday2012")
	if err != nil {
		t.Fatal(err)
	}
	dir, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	var want bytes.Buffer
	if err := output.Text(&want, &output.Report{Dir: dir, Findings: findings}, output.TextOptions{Frames: true}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(root + "/README.md")
	if err != nil {
		t.Fatal(err)
	}
	if len(findings) == 0 || !bytes.Contains(text, want.Bytes()) {
		t.Errorf("README.md does not show this:\n%s", &want)
	}
}
