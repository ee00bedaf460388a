package vetted_test

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"github.com/leapguard/leapguard/internal/calendar/bounds"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/vetted"
)

// A summary survives the way between processes.
func TestSummary(t *testing.T) {
	in := &vetted.Summary{
		Package: "example.com/p",
		Doubts: []vetted.Doubt{{
			Place:      finding.Range{File: "/p/a.go", Line: 3},
			Origins:    []vetted.Origin{{Package: "example.com/q", Object: vetted.Object{Name: "F", File: "/q/q.go", Line: 4}, Param: -1, Bad: bounds.Range{Min: 0, Max: 7}}},
			Difference: true,
		}},
	}
	var buf bytes.Buffer
	out := new(vetted.Summary)
	if err := gob.NewEncoder(&buf).Encode(in); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&buf).Decode(out); err != nil || !reflect.DeepEqual(in, out) {
		t.Errorf("decoded %v, %v", out, err)
	}
}

// TestHolds: without the code, and of what nothing was noted, a finding stays.
func TestHolds(t *testing.T) {
	place := finding.Range{File: "/p/a.go", Line: 3}
	s := &vetted.Summary{Package: "p", Doubts: []vetted.Doubt{{Place: place, Origins: []vetted.Origin{{Package: "q", Param: -1}}}}}
	program := &rule.Program{Summaries: []any{s}}
	if !vetted.Holds(program, finding.Finding{Package: "p", Range: place}) {
		t.Error("settled without the code")
	}
}
