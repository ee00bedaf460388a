package integration

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A lintRun is a run of golangci-lint with nothing but leapguard.
type lintRun struct {
	tool, dir string
	cache     string
	settings  string // of leapguard, in YAML
	args      []string
	codes     []int
}

type lintIssue struct {
	FromLinter, Text string
	Pos              struct {
		Filename     string
		Line, Column int
	}
}

// run returns the issues.
func (r lintRun) run(t *testing.T) []lintIssue {
	t.Helper()
	config := filepath.Join(t.TempDir(), "golangci.yml")
	indented := strings.ReplaceAll(strings.TrimSpace(r.settings), "\n", "\n          ")
	text := `version: "2"
linters:
  default: none
  enable: [leapguard]
  settings:
    custom:
      leapguard:
        type: module
        settings:
          ` + indented + `
  exclusions:
    generated: disable
issues: {max-issues-per-linter: 0, max-same-issues: 0, uniq-by-line: false}
`
	if err := os.WriteFile(config, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	args := append([]string{"run", "--config", config, "--allow-parallel-runners", "--path-mode", "abs", "--output.json.path", "stdout", "--show-stats=false"}, r.args...)
	codes := r.codes
	if codes == nil {
		codes = []int{0, 1}
	}
	env := append(environment(), "GOLANGCI_LINT_CACHE="+r.cache)
	var doc struct{ Issues []lintIssue }
	if err := json.Unmarshal(output(t, r.dir, env, codes, r.tool, append(args, "./...")...), &doc); err != nil {
		t.Fatal(err)
	}
	return doc.Issues
}

// TestGolangciCorpus compares golangci-lint with the command, by file, line and rule.
func TestGolangciCorpus(t *testing.T) {
	tool, lint, cache := build(t), linter(t), t.TempDir()
	for _, dir := range corpus(t) {
		t.Run(dir, func(t *testing.T) {
			t.Parallel()
			found := make(map[place]bool)
			for _, i := range (lintRun{tool: lint, dir: dir, cache: cache, settings: settings(t, dir)}).run(t) {
				slug, _, _ := strings.Cut(i.Text, ": ")
				found[place{i.Pos.Filename, i.Pos.Line, slug}] = true
				if i.FromLinter != "leapguard" {
					t.Errorf("%s: %s", i.FromLinter, i.Text)
				}
			}
			compare(t, "golangci-lint", byCommand(t, tool, dir), found)
		})
	}
}

const leapYear = `package a

import "time"

func next(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func Next(t time.Time) string { return next(t).Format(time.DateOnly) }
`

// leapModule returns a module with one finding.
func leapModule(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"go.mod": "module example.com/m\n\ngo 1.26\n", "a.go": leapYear})
	return dir
}

func slugs(issues []lintIssue) string {
	var list []string
	for _, i := range issues {
		slug, _, _ := strings.Cut(i.Text, ": ")
		list = append(list, slug)
	}
	return strings.Join(list, " ")
}

// TestGolangciSettings: settings count, whatever a .leapguard.yaml says, and wrong
// ones are refused.
func TestGolangciSettings(t *testing.T) {
	lint, cache, dir := linter(t), t.TempDir(), leapModule(t)
	writeFiles(t, dir, map[string]string{".leapguard.yaml": "checks: {all: false}\n"})
	for _, test := range []struct{ settings, want string }{
		{"profile: default", "yearadd"},
		{"checks: {yearadd: false}", ""},
		{"checks: {date: true, all: false}", "yearadd"},
		{"paths: [{match: 'a.go', checks: {yearadd: false}}]", ""},
		{"checks: {}", "yearadd"},
	} {
		got := slugs(lintRun{tool: lint, dir: dir, cache: cache, settings: test.settings}.run(t))
		if got != test.want {
			t.Errorf("%s: %q, want %q", test.settings, got, test.want)
		}
	}
	for _, wrong := range []string{"profil: strict", "checks: {yeardad: true}", "now: tomorrow"} {
		config := filepath.Join(t.TempDir(), "golangci.yml")
		writeFiles(t, filepath.Dir(config), map[string]string{"golangci.yml": "version: \"2\"\nlinters:\n  default: none\n  enable: [leapguard]\n  settings: {custom: {leapguard: {type: module, settings: {" + wrong + "}}}}\n"})
		cmd := exec.Command(lint, "run", "--allow-parallel-runners", "--config", config, "./...")
		cmd.Dir, cmd.Env = dir, append(environment(), "GOLANGCI_LINT_CACHE="+cache)
		out, err := cmd.CombinedOutput()
		if err == nil || !strings.Contains(string(out), "linters.settings.custom.leapguard.settings: ") {
			t.Errorf("%s: %v\n%s", wrong, err, out)
		}
	}
}

// TestGolangciNolint: golangci-lint's own comments work.
func TestGolangciNolint(t *testing.T) {
	lint, dir := linter(t), leapModule(t)
	r := lintRun{tool: lint, dir: dir, cache: t.TempDir(), settings: "profile: default"}
	if got := slugs(r.run(t)); got != "yearadd" {
		t.Fatalf("%q", got)
	}
	writeFiles(t, dir, map[string]string{"a.go": strings.Replace(leapYear, "time.UTC)\n", "time.UTC) //nolint:leapguard // leap days are refused before\n", 1)})
	if got := slugs(r.run(t)); got != "" {
		t.Errorf("in spite of nolint: %q", got)
	}
}

const torn = `package a

import (
	"fmt"
	"time"
)

func Month() string {
	return fmt.Sprintf("%d-%d", time.Now().Year(), time.Now().Month())
}

func Last(t time.Time) string {
	return t.AddDate(0, -1, 0).Format("2006-01")
}
`

// TestGolangciFix: golangci-lint applies the safe fixes, and reports the rest.
func TestGolangciFix(t *testing.T) {
	dir := t.TempDir()
	writeFiles(t, dir, map[string]string{"go.mod": "module example.com/m\n\ngo 1.26\n", "a.go": torn})
	r := lintRun{tool: linter(t), dir: dir, cache: t.TempDir(), settings: "profile: default", args: []string{"--fix"}}
	if got := slugs(r.run(t)); got != "monthadd" {
		t.Errorf("%q is left", got)
	}
	got, err := os.ReadFile(filepath.Join(dir, "a.go"))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Replace(torn, `return fmt.Sprintf("%d-%d", time.Now().Year(), time.Now().Month())`,
		"now := time.Now()\n\treturn fmt.Sprintf(\"%d-%d\", now.Year(), now.Month())", 1)
	if string(got) != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// TestGolangciRebuilt: a program that was built anew does not serve what an earlier
// one has found; nor do other settings, or another file.
func TestGolangciRebuilt(t *testing.T) {
	dir, cache := leapModule(t), t.TempDir()
	r := lintRun{tool: linter(t), dir: dir, cache: cache, settings: "profile: default"}
	before := r.run(t)
	r.tool = buildLinter(t, filepath.Join(t.TempDir(), "golangci-lint"), overlay(t, "../internal/rule/pass.go", "\tredact(d)\n", "\tredact(d)\n\td.Message += \" anew\"\n"))
	after := r.run(t)
	if len(before) != 1 || len(after) != 1 || after[0].Text != before[0].Text+" anew" {
		t.Errorf("%+v, and of a program built anew %+v", before, after)
	}
	writeFiles(t, dir, map[string]string{"a.go": strings.Replace(leapYear, "t.Year()+1", "t.Year()", 1)})
	if after := r.run(t); len(after) != 0 {
		t.Errorf("of another file: %+v", after)
	}
}

// overlay returns an overlay for go build in which a file has another text.
func overlay(t *testing.T, name, old, text string) string {
	t.Helper()
	name, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(name)
	if err != nil || strings.Count(string(src), old) != 1 {
		t.Fatalf("%s does not have %q once: %v", name, old, err)
	}
	dir := t.TempDir()
	doc, err := json.Marshal(map[string]any{"Replace": map[string]string{name: filepath.Join(dir, "other.go")}})
	if err != nil {
		t.Fatal(err)
	}
	writeFiles(t, dir, map[string]string{"other.go": strings.Replace(string(src), old, text, 1), "overlay.json": string(doc)})
	return filepath.Join(dir, "overlay.json")
}
