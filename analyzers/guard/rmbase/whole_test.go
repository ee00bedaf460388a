package rmbase_test

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/leapguard/leapguard/analyzers/guard/rmbase"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// TestWhole: what the callers in a module pass decides about a parameter, and a
// function that nobody there calls is judged by itself.
func TestWhole(t *testing.T) {
	tests := []struct {
		module   string
		patterns []string
		want     []string
	}{
		{"library", []string{"./..."}, []string{"store.go:13", "store.go:29"}},
		{"library", []string{"./store"}, []string{"store.go:13", "store.go:16", "store.go:19", "store.go:22", "store.go:29"}},
		{"library", []string{"./store", "./prune"}, []string{"store.go:13", "store.go:16", "store.go:29"}},
		{"application", []string{"./..."}, []string{"main.go:17", "store.go:13"}},
		{"application", []string{"./store"}, []string{"store.go:13", "store.go:16"}},
		{"application", []string{"."}, []string{"main.go:17"}},
	}
	for _, test := range tests {
		dir, err := filepath.Abs(filepath.Join("testdata", "whole", test.module))
		if err != nil {
			t.Fatal(err)
		}
		res, err := engine.Run(t.Context(), engine.Options{Dir: dir, Tests: true, Rules: []*rule.Rule{rmbase.Rule}}, test.patterns...)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range res.Findings {
			got = append(got, fmt.Sprintf("%s:%d", filepath.Base(f.File), f.Line))
		}
		if !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s %v: %q, want %q", test.module, test.patterns, got, test.want)
		}
	}
}

// TestRelated: a finding at a call tells where the removal is.
func TestRelated(t *testing.T) {
	dir, err := filepath.Abs(filepath.Join("testdata", "whole", "application"))
	if err != nil {
		t.Fatal(err)
	}
	res, err := engine.Run(t.Context(), engine.Options{Dir: dir, Rules: []*rule.Rule{rmbase.Rule}}, ".")
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Findings) != 1 || len(res.Findings[0].Related) != 1 {
		t.Fatalf("found %v", res.Findings)
	}
	rel := res.Findings[0].Related[0]
	if got, want := fmt.Sprintf("%s:%d %s", filepath.Base(rel.File), rel.Line, rel.Message), "store.go:16 Remove removes it at store.go:16"; got != want {
		t.Errorf("related %q, want %q", got, want)
	}
}

// A summary survives the way between processes.
func TestSummary(t *testing.T) {
	in := &rmbase.Summary{
		Package:  "example.com/p",
		Doubtful: []rmbase.Doubtful{{Package: "example.com/p", Func: "example.com/p.F", Place: finding.Range{File: "/p/a.go", Line: 3}}},
		Used:     []string{"example.com/q.G"},
	}
	var buf bytes.Buffer
	out := new(rmbase.Summary)
	if err := gob.NewEncoder(&buf).Encode(in); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&buf).Decode(out); err != nil || !reflect.DeepEqual(in, out) {
		t.Errorf("decoded %v, %v", out, err)
	}
}
