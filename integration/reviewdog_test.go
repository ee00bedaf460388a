package integration

import (
	"bytes"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestRDJSON validates documents against reviewdog's schema, which comes with
// its module.
func TestRDJSON(t *testing.T) {
	dir := moduleDir(t, "review", "github.com/reviewdog/reviewdog")
	text, err := os.ReadFile(filepath.Join(dir, "proto", "rdf", "jsonschema", "DiagnosticResult.json"))
	if err != nil {
		t.Fatal(err)
	}
	schema := compile(t, "DiagnosticResult.json", string(text))
	tool := build(t)
	all := corpora(t)
	for _, name := range []string{"mixed", "unguarded", "monthadd", "tornnow"} {
		validate(t, schema, report(t, tool, all[name], "rdjson"))
	}
	validate(t, schema, []byte(`{"diagnostics": []}`))
	for _, bad := range []string{`{"diagnostics": [{"severity": "FATAL"}]}`, `{"diagnostics": {}}`} {
		if doc := decode[any](t, []byte(bad)); schema.Validate(doc) == nil {
			t.Errorf("%s is valid", bad)
		}
	}
}

// An rdResult is what reviewdog writes of what it read.
type rdResult struct {
	Diagnostics []struct {
		Message  string
		Severity string
		Location struct {
			Path  string
			Range struct{ Start struct{ Line, Column int } }
		}
		Suggestions []struct{ Text string }
	}
}

// TestReviewdog has reviewdog read the formats that it knows. It finds the same
// places in all of them.
func TestReviewdog(t *testing.T) {
	bin := t.TempDir()
	inReview(t, "go", "build", "-o", bin, "github.com/reviewdog/reviewdog/cmd/reviewdog")
	tool, dir := build(t), mixedModule(t)
	type place struct {
		path string
		line int
	}
	want := map[place]bool{{"a/été 1.go", 6}: true, {"fix/b, c%.go", 6}: true}
	for _, format := range []string{"rdjson", "checkstyle", "sarif"} {
		cmd := exec.Command(filepath.Join(bin, "reviewdog"), "-f="+format, "-reporter=rdjson", "-diff=true", "-filter-mode=nofilter")
		cmd.Dir = dir
		cmd.Stdin = bytes.NewReader(report(t, tool, dir, format))
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%s: %v\n%s", format, err, &stderr)
		}
		got := make(map[place]bool)
		fixes := 0
		for _, d := range decode[rdResult](t, out).Diagnostics {
			if !strings.HasPrefix(d.Location.Path, "broken") { // not a finding, and no result in SARIF
				got[place{d.Location.Path, d.Location.Range.Start.Line}] = true
			}
			fixes += len(d.Suggestions)
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: findings at %v, want %v", format, got, want)
		}
		if hasFixes := slices.Contains([]string{"rdjson", "sarif"}, format); hasFixes != (fixes > 0) {
			t.Errorf("%s: %d suggestions", format, fixes)
		}
	}
}

// TestWorkflows has actionlint check the workflows of the documentation, and the
// steps of the action as those of a job.
func TestWorkflows(t *testing.T) {
	bin := t.TempDir()
	inReview(t, "go", "build", "-o", bin, "github.com/rhysd/actionlint/cmd/actionlint")
	action, err := os.ReadFile("../action.yml")
	if err != nil {
		t.Fatal(err)
	}
	_, inputs, ok1 := strings.Cut(string(action), "\ninputs:\n")
	inputs, _, ok2 := strings.Cut(inputs, "\noutputs:\n")
	_, steps, ok3 := strings.Cut(string(action), "\n  steps:\n")
	if !ok1 || !ok2 || !ok3 {
		t.Fatal("action.yml has no inputs, outputs and steps in this order")
	}
	repository := t.TempDir()
	workflows := filepath.Join(repository, ".github", "workflows")
	if err := os.MkdirAll(workflows, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(repository, ".git"), 0o777); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(repository, "action.yml"), action)
	write(t, filepath.Join(workflows, "steps.yml"), []byte("on:\n  workflow_call:\n    inputs:\n"+
		strings.ReplaceAll(indent(inputs, "    "), "        default:", "        type: string\n        default:")+
		"\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"+indent(steps, "  ")))
	for _, name := range []string{"github.yml", "review.yml", "reviewdog.yml"} {
		text, err := os.ReadFile(filepath.Join("../docs/examples", name))
		if err != nil {
			t.Fatal(err)
		}
		// actionlint knows the inputs of actions in the repository.
		write(t, filepath.Join(workflows, name), bytes.ReplaceAll(text, []byte("leapguard/leapguard@v0.1.0"), []byte("./")))
	}
	own, err := filepath.Glob("../.github/workflows/*.yml")
	if err != nil || len(own) < 2 {
		t.Fatalf("the workflows of this repository are %q, %v", own, err)
	}
	for _, name := range own {
		copyFile(t, filepath.Join(workflows, filepath.Base(name)), name)
	}
	cmd := exec.Command(filepath.Join(bin, "actionlint"), "-shellcheck=", "-pyflakes=", "-no-color")
	cmd.Dir = repository
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	write(t, filepath.Join(workflows, "bad.yml"), []byte("on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./\n        with: {nosuch: 1}\n"))
	cmd = exec.Command(cmd.Args[0], cmd.Args[1:]...)
	cmd.Dir = repository
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "nosuch") {
		t.Errorf("an input that the action does not have is not reported: %v\n%s", err, out)
	}
}

func indent(text, by string) string {
	var out strings.Builder
	for line := range strings.Lines(text) {
		if line != "\n" {
			out.WriteString(by)
		}
		out.WriteString(line)
	}
	return out.String()
}

// inReview runs a command in the module of the tools for reviews.
func inReview(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir = "review"
	cmd.Env = append(os.Environ(), "GOWORK=off")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", cmd, err, &stderr)
	}
	return string(out)
}

func decode[T any](t *testing.T, data []byte) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	return v
}
