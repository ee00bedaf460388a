package main

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/rule"
)

// TestVetParity compares what the command and go vet report in the testdata of
// the checks and in the incidents, by file, line and slug.
func TestVetParity(t *testing.T) {
	if testing.Short() {
		t.Skip("go vet type-checks every dependency")
	}
	tool, err := exec.LookPath("leapguard")
	if err != nil {
		t.Fatal(err)
	}
	dirs := map[string]string{"incidents": "../../testdata/incidents"}
	for _, r := range analyzers.All() {
		dirs[r.Slug] = filepath.Join("../../analyzers", string(r.Family), r.Slug, "testdata")
		if r.Family == rule.Directive {
			dirs[r.Slug] = filepath.Join("../../analyzers", r.Slug, "testdata")
		}
		for _, o := range r.Check().Options {
			dirs[r.Slug+"/"+o.Name] = filepath.Join(dirs[r.Slug], "options", o.Name)
		}
	}
	for name, dir := range dirs {
		t.Run(name, func(t *testing.T) {
			dir, err := filepath.Abs(dir)
			if err != nil {
				t.Fatal(err)
			}
			fromCommand := commandFindings(t, tool, dir)
			fromVet := vetFindings(t, tool, dir)
			for _, where := range slices.Sorted(maps.Keys(fromVet)) {
				if !fromCommand[where] {
					t.Errorf("only go vet reports %s", where)
				}
			}
			for _, where := range slices.Sorted(maps.Keys(fromCommand)) {
				if !fromVet[where] && !wholeProgram(where) {
					t.Errorf("only the command reports %s", where)
				}
			}
			if len(fromVet) == 0 {
				t.Error("go vet reports nothing")
			}
		})
	}
}

// wholeProgram reports whether a finding is of a rule that sees more in the
// whole program than in one package after the other.
func wholeProgram(where string) bool {
	slug := where[strings.LastIndex(where, " ")+1:]
	return analyzers.Lookup(slug).Finish != nil
}

// execute returns the standard output of a program that exits with one of the
// codes.
func execute(t *testing.T, dir string, codes []int, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off", "SOURCE_DATE_EPOCH=")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if code := cmd.ProcessState.ExitCode(); !slices.Contains(codes, code) {
		t.Fatalf("%s: %v\n%s", cmd, err, &stderr)
	}
	return stdout.Bytes()
}

func commandFindings(t *testing.T, tool, dir string) map[string]bool {
	var doc struct {
		Findings []struct {
			File, Analyzer string
			Line           json.Number
		}
	}
	args := []string{"-f", "json", "./..."}
	if _, err := os.Stat(filepath.Join(dir, config.FileName)); err != nil {
		// go vet has no reference date then. The command has one on which no
		// certificate of the testdata had ended.
		args = append([]string{"--now", "2013-02-22"}, args...)
	}
	if err := json.Unmarshal(execute(t, dir, []int{exitClean, exitFindings}, tool, args...), &doc); err != nil {
		t.Fatal(err)
	}
	found := make(map[string]bool)
	for _, f := range doc.Findings {
		found[filepath.Join(dir, f.File)+":"+f.Line.String()+" "+f.Analyzer] = true
	}
	return found
}

var vetPosition = regexp.MustCompile(`^(.*:\d+):\d+$`)

func vetFindings(t *testing.T, tool, dir string) map[string]bool {
	found := make(map[string]bool)
	dec := json.NewDecoder(bytes.NewReader(execute(t, dir, []int{0}, "go", "vet", "-json", "-vettool="+tool, "./...")))
	for dec.More() {
		var packages map[string]map[string]json.RawMessage
		if err := dec.Decode(&packages); err != nil {
			t.Fatal(err)
		}
		for pkg, bySlug := range packages {
			for slug, raw := range bySlug {
				var diagnostics []struct{ Posn string }
				if err := json.Unmarshal(raw, &diagnostics); err != nil {
					t.Fatalf("%s: %s: %s", pkg, slug, raw)
				}
				for _, d := range diagnostics {
					found[vetPosition.ReplaceAllString(d.Posn, "$1")+" "+slug] = true
				}
			}
		}
	}
	return found
}
