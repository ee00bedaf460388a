package sharedcert

import (
	"bytes"
	"encoding/gob"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

func programs(t *testing.T, patterns ...string) []finding.Finding {
	t.Helper()
	dir, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	res, err := engine.Run(t.Context(), engine.Options{
		Dir:   dir,
		Rules: []*rule.Rule{Rule},
		Config: func(string) (*config.Config, error) {
			return &config.Config{Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)}, nil
		},
	}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	return res.Findings
}

func TestPrograms(t *testing.T) {
	got := programs(t, "./programs/...")
	want := []struct {
		file, message string
		related       []string
	}{
		{"api/main.go", "one certificate, of localhost until 2043-01-01T00:00:00Z, identifies 2 programs, programs/admin and programs/api",
			[]string{"admin/main.go", "api/main.go"}},
		{"south/south.go", "one certificate, of localhost until 2042-01-01T00:00:00Z, stands in 2 packages, programs/north and programs/south",
			[]string{"north/main.go", "south/south.go"}},
	}
	if len(got) != len(want) {
		t.Fatalf("%d findings, want %d: %v", len(got), len(want), got)
	}
	for i, w := range want {
		f := got[i]
		if !strings.HasSuffix(filepath.ToSlash(f.File), "/"+w.file) || f.Message != w.message {
			t.Errorf("%s:%d: %s; want %s: %s", f.File, f.Line, f.Message, w.file, w.message)
		}
		if len(f.Related) != len(w.related) {
			t.Fatalf("%s: %d related places, want %d", w.file, len(f.Related), len(w.related))
		}
		for j, rel := range f.Related {
			if !strings.HasSuffix(filepath.ToSlash(rel.File), "/"+w.related[j]) {
				t.Errorf("%s: related %s, want %s", w.file, rel.File, w.related[j])
			}
		}
	}
	if got[0].Fingerprint == got[1].Fingerprint {
		t.Error("the two have one fingerprint")
	}
}

// One program, or one package besides examples, shares nothing.
func TestOneProgram(t *testing.T) {
	for _, patterns := range [][]string{
		{"./programs/identity", "./programs/api"},
		{"./programs/north", "./programs/waived", "./programs/examples/..."},
	} {
		if got := programs(t, patterns...); len(got) > 0 {
			t.Errorf("%v: %v", patterns, got)
		}
	}
}

// A summary survives the way between processes.
func TestSummary(t *testing.T) {
	in := &Summary{Holders: []Holder{{Print: "00", Package: "example.com/p", Embeds: true, Place: finding.Range{File: "/p/a.go", Line: 3}}}}
	var buf bytes.Buffer
	out := new(Summary)
	if err := gob.NewEncoder(&buf).Encode(in); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&buf).Decode(out); err != nil || !reflect.DeepEqual(in, out) {
		t.Errorf("decoded %v, %v", out, err)
	}
}

// TestOrder: the order in which packages end does not matter.
func TestOrder(t *testing.T) {
	var summaries []any
	for _, name := range []string{"c", "a", "b"} {
		summaries = append(summaries, &Summary{Holders: []Holder{{Print: "00", Package: "example.com/" + name, Name: name, Embeds: true}}})
	}
	first := finish(&rule.Program{Summaries: summaries})
	slices.Reverse(summaries)
	if second := finish(&rule.Program{Summaries: summaries}); !reflect.DeepEqual(first, second) || len(first) != 1 || first[0].Package != "example.com/b" {
		t.Errorf("found %v, then %v", first, second)
	}
}
