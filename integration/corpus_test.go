package integration

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// now is a reference date on which no certificate of the testdata had ended.
const now = "2013-02-22"

// A place is a file and a line, and the rule that says something there.
type place struct {
	File string
	Line int
	Slug string
}

// corpus returns the modules with the code that each rule is tested by, those of
// its options, and the incidents.
func corpus(t *testing.T) []string {
	t.Helper()
	var dirs []string
	for _, pattern := range []string{"*/*/testdata", "directive/testdata", "*/*/testdata/options/*"} {
		list, err := filepath.Glob(filepath.Join("..", "analyzers", pattern))
		if err != nil {
			t.Fatal(err)
		}
		dirs = append(dirs, list...)
	}
	dirs = append(dirs, "../testdata/incidents")
	if len(dirs) < 40 {
		t.Fatalf("the corpus is not where it was: %q", dirs)
	}
	for i, dir := range dirs {
		abs, err := filepath.Abs(dir)
		if err != nil {
			t.Fatal(err)
		}
		dirs[i] = abs
	}
	return dirs
}

// settings returns the configuration of a module, in YAML. Without one it is a
// reference date.
func settings(t *testing.T, dir string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, ".leapguard.yaml"))
	switch {
	case errors.Is(err, fs.ErrNotExist) && filepath.Base(dir) == "incidents":
		return settings(t, filepath.Join(dir, "..", ".."))
	case errors.Is(err, fs.ErrNotExist):
		return "now: " + now + "\n"
	case err != nil:
		t.Fatal(err)
	}
	return string(text)
}

// environment is that of a program which is to see a module alone.
func environment() []string {
	return append(os.Environ(), "GOWORK=off", "GOFLAGS=", "SOURCE_DATE_EPOCH=")
}

// output runs a program and returns its standard output. The exit code must be one
// of those given.
func output(t *testing.T, dir string, env []string, codes []int, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, env
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); cmd.ProcessState == nil || !slices.Contains(codes, cmd.ProcessState.ExitCode()) {
		t.Fatalf("%s: %v\n%s%s", cmd, err, &stdout, &stderr)
	}
	return stdout.Bytes()
}

// moduleDir returns the directory of a module that the one in dir depends on, which
// may not be downloaded yet.
func moduleDir(t *testing.T, dir, module string) string {
	t.Helper()
	var m struct{ Dir string }
	text := output(t, dir, environment(), []int{0}, "go", "mod", "download", "-json", module)
	if err := json.Unmarshal(text, &m); err != nil || m.Dir == "" {
		t.Fatalf("go mod download %s: %v\n%s", module, err, text)
	}
	return m.Dir
}

// commandFound is what byCommand has returned, by module.
var commandFound sync.Map

// byCommand returns what the command line reports in a module.
func byCommand(t *testing.T, tool, dir string) map[place]bool {
	t.Helper()
	if known, ok := commandFound.Load(dir); ok {
		return known.(map[place]bool)
	}
	args := []string{"-f", "json", "./..."}
	if strings.HasPrefix(settings(t, dir), "now: "+now) {
		args = append(args, "--now", now)
	}
	var doc struct {
		Findings []struct {
			File, Analyzer string
			Line           int
		}
	}
	if err := json.Unmarshal(output(t, dir, environment(), []int{0, 1}, tool, args...), &doc); err != nil {
		t.Fatal(err)
	}
	found := make(map[place]bool)
	for _, f := range doc.Findings {
		found[place{filepath.Join(dir, f.File), f.Line, f.Analyzer}] = true
	}
	commandFound.Store(dir, found)
	return found
}

// wholeProgram are the rules that see more in the whole program than in one package
// after the other, which is what only the command does.
var wholeProgram = []string{"directive", "sharedcert"}

// compare reports what one of the command and another driver finds, and not the
// other.
func compare(t *testing.T, driver string, byCommand, byDriver map[place]bool) {
	t.Helper()
	if len(byDriver) == 0 {
		t.Errorf("%s reports nothing", driver)
	}
	for p := range byDriver {
		if !byCommand[p] {
			t.Errorf("only %s reports %+v", driver, p)
		}
	}
	for p := range byCommand {
		if !byDriver[p] && !slices.Contains(wholeProgram, p.Slug) {
			t.Errorf("only the command reports %+v", p)
		}
	}
}

// writeFiles writes files below a directory.
func writeFiles(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
