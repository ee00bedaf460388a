package directive

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

func TestFinish(t *testing.T) {
	at := finding.Range{File: "/p/a.go", Line: 3, Column: 1, EndLine: 3, EndColumn: 30}
	program := &rule.Program{Whole: true, Summaries: []any{
		&Summary{Dangers: []Danger{{"format", "prepare", "example.com/p", "(*disk).prepare", at}, {"erase", "erase", "example.com/p", "erase", at}}},
		&Summary{Checked: []string{"drop", "erase"}},
	}}
	got := finish(program)
	if len(got) != 1 || got[0].Message != "prepare is a danger of kind format, of which the module declares no check" || got[0].Range != at {
		t.Errorf("found %v", got)
	}
	program.Summaries = append(program.Summaries, &Summary{Dangers: []Danger{
		{"format", "prepare", "example.com/p", "(*disk).prepare", at},
		{"format", "prepare", "example.com/p", "prepare", at},
		{"format", "prepare", "example.com/q", "prepare", at},
	}})
	fingerprints := make(map[string]bool)
	for _, f := range finish(program) {
		fingerprints[f.Fingerprint] = true
	}
	if len(fingerprints) != 4 || fingerprints[""] {
		t.Errorf("4 findings have the fingerprints %v", fingerprints)
	}
	program.Whole = false
	if got := finish(program); len(got) != 0 {
		t.Errorf("found %v in a part of the module", got)
	}
}

// A summary survives the way between processes.
func TestSummary(t *testing.T) {
	in := &Summary{Dangers: []Danger{{Kind: "format", Name: "prepare"}}, Checked: []string{"drop"}}
	var buf bytes.Buffer
	out := new(Summary)
	if err := gob.NewEncoder(&buf).Encode(in); err != nil {
		t.Fatal(err)
	}
	if err := gob.NewDecoder(&buf).Decode(out); err != nil || !reflect.DeepEqual(in, out) {
		t.Errorf("decoded %v, %v", out, err)
	}
}
