package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

// The modules that the action and the examples of the documentation run on.
const (
	findingSource = `package a

import "time"

func NextYear(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
`
	cleanSource  = "package a\n"
	brokenSource = findingSource + "\nvar _ = missing\n"
)

// A machine is a directory that stands for a machine that runs jobs.
type machine struct {
	t         *testing.T
	workspace string
	temp      string
	bin       string // a go command in front of the real one, and what it installs
	env       map[string]string
}

// newMachine makes a machine whose workspace is a repository with a module of
// the given source in the directory "my module".
func newMachine(t *testing.T, source string) *machine {
	t.Helper()
	for _, program := range []string{"bash", "go", "leapguard"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("no %s here", program)
		}
	}
	dir := t.TempDir()
	m := &machine{t: t, workspace: filepath.Join(dir, "work space"), temp: filepath.Join(dir, "temp dir"), bin: filepath.Join(dir, "bin")}
	m.write("work space/.git/HEAD", "")
	m.write("work space/my module/go.mod", "module example.com/m\n\ngo 1.26\n")
	m.write("work space/my module/a.go", source)
	// What the workflow asks for is not published where tests run.
	m.write("bin/go", `#!/usr/bin/env bash
if [[ $1 != install ]]; then
	exec "$REAL_GO" "$@"
fi
echo "$*" >>"$INSTALLED"
dir=${GOBIN:-$(dirname "$0")}
mkdir -p "$dir"
cp "$TOOL" "$dir/leapguard"
`)
	m.write("temp dir/output", "")
	lookPath := func(name string) string {
		file, err := exec.LookPath(name)
		if err != nil {
			t.Fatal(err)
		}
		return file
	}
	m.env = map[string]string{
		"REAL_GO":             lookPath("go"),
		"TOOL":                lookPath("leapguard"),
		"INSTALLED":           filepath.Join(dir, "installed"),
		"RUNNER_TEMP":         m.temp,
		"GITHUB_OUTPUT":       filepath.Join(m.temp, "output"),
		"GITHUB_STEP_SUMMARY": filepath.Join(m.temp, "summary.md"),
		"GOPROXY":             "off",
		"GOFLAGS":             "",
		"GOWORK":              "off",
	}
	return m
}

func (m *machine) write(name, text string) {
	m.t.Helper()
	name = filepath.Join(filepath.Dir(m.workspace), filepath.FromSlash(name))
	if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, []byte(text), 0o777)); err != nil {
		m.t.Fatal(err)
	}
}

func (m *machine) read(name string) string {
	m.t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		m.t.Fatal(err)
	}
	return string(text)
}

// run runs a script as a job does, in a directory of the workspace, and returns
// what it writes and its exit code.
func (m *machine) run(dir, script string, env map[string]string) (stdout string, code int) {
	m.t.Helper()
	if !filepath.IsAbs(dir) {
		dir = filepath.Join(m.workspace, dir)
	}
	cmd := exec.Command("bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script)
	cmd.Dir = dir
	// leapguard is the one that was installed, not the one of the test.
	path := slices.DeleteFunc(filepath.SplitList(os.Getenv("PATH")), func(dir string) bool { return dir == filepath.Dir(m.env["TOOL"]) })
	cmd.Env = append(os.Environ(), "PATH="+strings.Join(append([]string{m.bin}, path...), string(filepath.ListSeparator)))
	for _, vars := range []map[string]string{m.env, env} {
		for _, name := range slices.Sorted(maps.Keys(vars)) {
			cmd.Env = append(cmd.Env, name+"="+vars[name])
		}
	}
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		code = exit.ExitCode()
	} else if err != nil {
		m.t.Fatal(err)
	}
	m.t.Logf("exit code %d of\n%s\n%s", code, script, &stderr)
	return out.String(), code
}

// An action is what action.yml says, as far as it is run here.
type action struct {
	Inputs map[string]struct {
		Default string
	}
	Runs struct {
		Using string
		Steps []step
	}
}

type step struct {
	ID         string
	If         string
	Uses       string
	With       map[string]string
	Run, Shell string
	Env        map[string]string
	Dir        string `yaml:"working-directory"`
}

func readYAML(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../..", name))
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

var (
	expression = regexp.MustCompile(`\$\{\{ *([a-z.-]+) *\}\}`)
	notEmpty   = regexp.MustCompile(`^([a-z.-]+) != ''$`)
)

// runAction runs the steps of the action and returns what it writes, its
// exit code, and the inputs of the other actions that it uses.
func (m *machine) runAction(inputs map[string]string) (stdout string, code int, used map[string]map[string]string) {
	m.t.Helper()
	var a action
	readYAML(m.t, "action.yml", &a)
	if a.Runs.Using != "composite" {
		m.t.Fatalf("an action that is %s", a.Runs.Using)
	}
	values := map[string]string{"runner.temp": m.temp}
	for name, input := range a.Inputs {
		values["inputs."+name] = input.Default
	}
	for name, value := range inputs {
		if _, ok := a.Inputs[name]; !ok {
			m.t.Fatalf("no input %s", name)
		}
		values["inputs."+name] = value
	}
	eval := func(text string) string {
		return expression.ReplaceAllStringFunc(text, func(s string) string { return values[expression.FindStringSubmatch(s)[1]] })
	}
	used = make(map[string]map[string]string)
	for _, s := range a.Runs.Steps {
		if cond := notEmpty.FindStringSubmatch(s.If); s.If != "" && (cond == nil || values[cond[1]] == "") {
			if cond == nil {
				m.t.Fatalf("condition %q", s.If)
			}
			continue
		}
		if s.Uses != "" {
			used[s.Uses] = make(map[string]string)
			for name, value := range s.With {
				used[s.Uses][name] = eval(value)
			}
			continue
		}
		if s.Shell != "bash" || strings.Contains(s.Run, "${{") {
			m.t.Errorf("a step in %q, or one that inputs could add commands to:\n%s", s.Shell, s.Run)
		}
		env := make(map[string]string)
		for name, value := range s.Env {
			env[name] = eval(value)
		}
		out, exit := m.run(eval(s.Dir), s.Run, env)
		stdout += out
		for line := range strings.Lines(m.read(m.env["GITHUB_OUTPUT"])) {
			name, value, _ := strings.Cut(strings.TrimSpace(line), "=")
			values["steps."+s.ID+".outputs."+name] = value
		}
		if exit != 0 {
			return stdout, exit, used
		}
	}
	return stdout, 0, used
}

func TestAction(t *testing.T) {
	const upload = "github/codeql-action/upload-sarif@v4"
	m := newMachine(t, findingSource)
	stdout, code, used := m.runAction(map[string]string{
		"version": "v9.9.9", "working-directory": "my module", "args": "--now 2026-11-22 ./...", "sarif": "true", "category": "c",
	})
	if code != exitFindings {
		t.Errorf("exit code %d, want that of leapguard", code)
	}
	if want := "install github.com/leapguard/leapguard/cmd/leapguard@v9.9.9\n"; m.read(m.env["INSTALLED"]) != want {
		t.Errorf("installed %s, want %s", m.read(m.env["INSTALLED"]), want)
	}
	if want := "::error file=my module/a.go,line=6,"; !strings.HasPrefix(stdout, want) {
		t.Errorf("no annotation %s in\n%s", want, stdout)
	}
	if summary := m.read(m.env["GITHUB_STEP_SUMMARY"]); !strings.Contains(summary, "1 finding, reference date 2026-11-22") {
		t.Errorf("summary %s", summary)
	}
	if used[upload]["category"] != "c" {
		t.Errorf("upload of %v", used)
	}
	var log struct {
		Runs []struct{ Results []struct{ RuleID string } }
	}
	if err := json.Unmarshal([]byte(m.read(used[upload]["sarif_file"])), &log); err != nil || len(log.Runs[0].Results) != 1 {
		t.Errorf("SARIF log %+v: %v", log, err)
	}
}

func TestActionCodes(t *testing.T) {
	for _, tt := range []struct {
		name, source, args string
		code, uploads      int
	}{
		{"clean", cleanSource, "./...", exitClean, 1},
		{"broken", brokenSource, "./...", exitSkipped, 1},
		{"lesser findings", findingSource, "--checks -yearadd ./...", exitClean, 1},
		// Neither quotes nor wildcards of the shell: the name is no package.
		{"no packages", findingSource, "./*;exit", exitUsage, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			m := newMachine(t, tt.source)
			stdout, code, used := m.runAction(map[string]string{"working-directory": "my module", "args": tt.args, "sarif": "true", "annotate": "false"})
			if code != tt.code || len(used) != tt.uploads {
				t.Errorf("exit code %d, want %d; %d uploads, want %d", code, tt.code, len(used), tt.uploads)
			}
			if strings.Contains(stdout, "::") {
				t.Errorf("annotations though there are to be none:\n%s", stdout)
			}
		})
	}
}

// TestWorkflow checks the workflow of the documentation against the action.
func TestWorkflow(t *testing.T) {
	var a action
	readYAML(t, "action.yml", &a)
	var workflow struct {
		Jobs map[string]struct{ Steps []step }
	}
	readYAML(t, "docs/examples/github.yml", &workflow)
	found := false
	for _, s := range workflow.Jobs["leapguard"].Steps {
		if !strings.HasPrefix(s.Uses, "leapguard/leapguard@") {
			continue
		}
		found = true
		for name := range s.With {
			if _, ok := a.Inputs[name]; !ok {
				t.Errorf("no input %s", name)
			}
		}
		for source, want := range map[string]int{cleanSource: exitClean, findingSource: exitFindings} {
			m := newMachine(t, source)
			s.With["working-directory"] = "my module"
			if _, code, used := m.runAction(s.With); code != want || len(used) != 1 {
				t.Errorf("exit code %d and %d uploads, want %d and 1", code, len(used), want)
			}
		}
	}
	if !found {
		t.Error("the workflow does not use the action")
	}
}

// TestGitLabCI runs the script of the documentation's job.
func TestGitLabCI(t *testing.T) {
	var ci struct {
		Leapguard struct {
			Script    []string
			Artifacts struct {
				When    string
				Reports map[string]string
			}
		}
	}
	readYAML(t, "docs/examples/gitlab-ci.yml", &ci)
	job := ci.Leapguard
	if job.Artifacts.When != "always" {
		t.Error("the reports of a job that fails are lost")
	}
	for _, tt := range []struct {
		source       string
		code, issues int
	}{
		{cleanSource, exitClean, 0},
		{findingSource, exitFindings, 1},
		{brokenSource, exitSkipped, 1}, // the error
	} {
		m := newMachine(t, tt.source)
		if _, code := m.run("my module", strings.Join(job.Script, "\n"), nil); code != tt.code {
			t.Errorf("exit code %d, want %d", code, tt.code)
		}
		quality := m.read(filepath.Join(m.workspace, "my module", job.Artifacts.Reports["codequality"]))
		if issues := strings.Count(quality, `"check_name"`); issues != tt.issues {
			t.Errorf("%d issues, want %d", issues, tt.issues)
		}
		if tests := m.read(filepath.Join(m.workspace, "my module", job.Artifacts.Reports["junit"])); !strings.Contains(tests, "<testsuites") {
			t.Errorf("report of tests %s", tests)
		}
	}
}

var jenkinsShell = regexp.MustCompile(`(?m)^ *sh '([^']*)'$`)

// TestJenkins runs the commands of the documentation's pipeline, in which the
// reports and not exit code 1 say what was found.
func TestJenkins(t *testing.T) {
	pipeline, err := os.ReadFile("../../docs/examples/Jenkinsfile")
	if err != nil {
		t.Fatal(err)
	}
	commands := jenkinsShell.FindAllStringSubmatch(string(pipeline), -1)
	if len(commands) != 3 {
		t.Fatalf("%d commands", len(commands))
	}
	for source, want := range map[string]int{cleanSource: 0, findingSource: 0, brokenSource: 1} {
		m := newMachine(t, source)
		for i, c := range commands {
			if _, code := m.run("my module", c[1], nil); code != want && i > 0 {
				t.Errorf("exit code %d of %s, want %d", code, c[1], want)
			}
		}
		for _, report := range regexp.MustCompile(`leapguard-[a-z]+\.xml'`).FindAllString(string(pipeline), -1) {
			if text := m.read(filepath.Join(m.workspace, "my module", strings.Trim(report, "'"))); !strings.HasPrefix(text, "<?xml") {
				t.Errorf("%s is %q", report, text)
			}
		}
	}
}
