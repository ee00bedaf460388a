package ruletest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/rule"
)

// RunModules runs a check over each module in ./testdata/modules as a whole. It is to
// report the lines that end in "// reported" and, of packages one at a time, those
// that end in "// vetted" as well.
func RunModules(t *testing.T, r *rule.Rule) {
	t.Helper()
	dirs, err := filepath.Glob(filepath.Join(analysistest.TestData(), "modules", "*"))
	if err != nil || len(dirs) == 0 {
		t.Fatalf("no modules: %v", err)
	}
	alone := *r
	alone.Holds = nil
	for _, dir := range dirs {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			compareLines(t, "whole", linesOf(t, r, dir), marked(t, dir, `// reported$`))
			compareLines(t, "one at a time", linesOf(t, &alone, dir), marked(t, dir, `// (?:reported|vetted)$`))
		})
	}
}

func compareLines(t *testing.T, how string, got, want []string) {
	t.Helper()
	for _, line := range got {
		if !slices.Contains(want, line) {
			t.Errorf("%s: reported unexpectedly: %s", how, line)
		}
	}
	for _, line := range want {
		if !slices.Contains(got, line) {
			t.Errorf("%s: not reported: %s", how, line)
		}
	}
}

// linesOf returns the lines of a module that a check reports.
func linesOf(t *testing.T, r *rule.Rule, dir string) []string {
	t.Helper()
	result, err := engine.Run(t.Context(), engine.Options{
		Dir:   dir,
		Env:   append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off"),
		Tests: true,
		Rules: []*rule.Rule{r},
	}, "./...")
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range result.Internal {
		t.Error(err)
	}
	for _, err := range result.Skipped {
		t.Error(err)
	}
	var out []string
	for _, f := range result.Findings {
		out = append(out, fmt.Sprintf("%s:%d", f.File, f.Line))
	}
	return out
}

// marked returns the lines of a module that match a pattern.
func marked(t *testing.T, dir, pattern string) []string {
	t.Helper()
	re := regexp.MustCompile(pattern)
	var out []string
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" {
			return err
		}
		text, err := os.ReadFile(name)
		for i, line := range strings.Split(string(text), "\n") {
			if re.MatchString(line) {
				out = append(out, fmt.Sprintf("%s:%d", name, i+1))
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
