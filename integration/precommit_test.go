package integration

import (
	"bytes"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// hooks is pre-commit with a repository of hooks.
type hooks struct {
	repository string // a git repository of this module
	env        []string
}

// newHooks returns the hooks of .pre-commit-hooks.yaml as others get them: by git,
// under the address that docs/examples has, tagged with the version that it has.
// pre-commit builds them once for each test.
func newHooks(t *testing.T) hooks {
	t.Helper()
	if _, err := exec.LookPath("pre-commit"); err != nil {
		if os.Getenv("CI") == "" {
			t.Skip("pre-commit is not installed")
		}
		t.Fatal(err)
	}
	h := hooks{repository: tree(t)}
	commit(t, h.repository)
	output(t, h.repository, environment(), []int{0}, "git", "tag", "v0.1.0")
	goEnv := strings.Split(string(output(t, "..", environment(), []int{0}, "go", "env", "GOMODCACHE", "GOPROXY")), "\n")
	h.env = append(environment(),
		"PRE_COMMIT_HOME="+t.TempDir(),
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com",
		"GIT_CONFIG_COUNT=1",
		"GIT_CONFIG_KEY_0=url."+h.repository+".insteadOf",
		"GIT_CONFIG_VALUE_0=https://github.com/leapguard/leapguard",
		// pre-commit builds in a GOPATH of its own, which it empties then; this
		// spares fetching and, the names being the same, compiling all anew.
		"GOPROXY=file://"+filepath.ToSlash(goEnv[0])+"/cache/download,"+goEnv[1],
		"GOFLAGS=-trimpath",
		"GOWORK=",
	)
	return h
}

// run runs pre-commit or git in a directory. It returns the exit code and all
// that was printed.
func (h hooks) run(t *testing.T, dir, name string, args ...string) (code int, out string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = dir, h.env
	var all bytes.Buffer
	cmd.Stdout, cmd.Stderr = &all, &all
	if err := cmd.Run(); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			t.Fatal(err)
		}
		code = exit.ExitCode()
	}
	return code, all.String()
}

// staged returns a git repository in which the files are staged.
func (h hooks) staged(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	writeFiles(t, dir, files)
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}} {
		if code, out := h.run(t, dir, "git", args...); code != 0 {
			t.Fatalf("git %s: %s", args, out)
		}
	}
	return dir
}

const (
	rootModule   = "module example.com/m\n\ngo 1.26\n"
	nestedModule = "module example.com/nested\n\ngo 1.26\n"
	clean        = "package a\n"
)

// A staging is what is staged, and what the hooks say of it: a line for each
// finding, without what follows the column.
type staging struct {
	name    string
	files   map[string]string
	whole   string // what leapguard says
	changed string // what leapguard-changed says
}

var stagings = []staging{
	{
		name:    "bug",
		files:   map[string]string{"go.mod": rootModule, "a.go": leapYear, "b/b.go": clean},
		whole:   "a.go:6:9",
		changed: "a.go:6:9",
	},
	{
		name:  "clean",
		files: map[string]string{"go.mod": rootModule, "a.go": clean},
	},
	{
		name:    "nested module",
		files:   map[string]string{"go.mod": rootModule, "a.go": clean, "tools/nested/go.mod": nestedModule, "tools/nested/a.go": leapYear},
		changed: "tools/nested/a.go:6:9",
	},
	{
		name:  "no Go file",
		files: map[string]string{"README.md": "Nothing.\n", "a.py": "pass\n"},
	},
}

// TestPreCommitTryRepo tries the hooks as somebody does who looks at them first.
func TestPreCommitTryRepo(t *testing.T) {
	h := newHooks(t)
	for _, s := range stagings {
		t.Run(s.name, func(t *testing.T) {
			code, out := h.run(t, h.staged(t, s.files), "pre-commit", "try-repo", h.repository, "leapguard-changed", "--verbose")
			s.check(t, code, out, s.changed)
		})
	}
	t.Run("whole", func(t *testing.T) {
		code, out := h.run(t, h.staged(t, stagings[0].files), "pre-commit", "try-repo", h.repository, "leapguard", "--verbose")
		stagings[0].check(t, code, out, stagings[0].whole)
	})
}

// check compares what the hook said.
func (s staging) check(t *testing.T, code int, out, want string) {
	t.Helper()
	var found []string
	for line := range strings.Lines(out) {
		if where, _, ok := strings.Cut(line, ": error: "); ok {
			found = append(found, where)
		}
	}
	if got := strings.Join(found, " "); got != want || (code != 0) != (want != "") {
		t.Errorf("%q and exit code %d, want %q\n%s", got, code, want, out)
	}
	if skipped := strings.Contains(out, "(no files to check)Skipped"); skipped != (s.name == "no Go file") {
		t.Errorf("skipped: %t\n%s", skipped, out)
	}
}

// TestPreCommit runs the hooks as those do who have installed them, by the example
// in the documentation: on every commit.
func TestPreCommit(t *testing.T) {
	h := newHooks(t)
	config, err := os.ReadFile("../docs/examples/pre-commit-config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const (
		workspace = "go 1.26\n\nuse (\n\t./app\n\t./lib\n)\n"
		appModule = "module example.com/app\n\ngo 1.26\n\nrequire example.com/lib v0.0.0\n"
		uses      = "package app\n\nimport (\n\t\"time\"\n\n\t\"example.com/lib\"\n)\n\nfunc F(t time.Time) string { return a.Next(t) }\n"
	)
	both := strings.ReplaceAll(string(config), "- id: leapguard-changed", "- id: leapguard-changed\n      - id: leapguard")
	for _, s := range []struct {
		staging
		config string
	}{
		{staging{name: "example", files: stagings[0].files, changed: "a.go:6:9"}, string(config)},
		{staging{name: "both", files: stagings[0].files, changed: "a.go:6:9 a.go:6:9"}, both},
		{staging{name: "clean", files: stagings[1].files}, both},
		{staging{name: "no Go file", files: stagings[3].files}, both},
		{staging{
			name:    "names",
			files:   map[string]string{"go.mod": rootModule, "my dir/go.mod": nestedModule, "my dir/p/é ü $x.go": leapYear, "-a.go": clean, "b/b 'c'.go": leapYear},
			changed: "b/b 'c'.go:6:9 my dir/p/é ü $x.go:6:9",
		}, string(config)},
		{staging{
			name: "go.work",
			files: map[string]string{
				"go.work": workspace, "lib/go.mod": "module example.com/lib\n\ngo 1.26\n", "lib/a.go": leapYear,
				"app/go.mod": appModule, "app/app.go": uses, "apart/go.mod": nestedModule, "apart/a.go": leapYear,
			},
			changed: "apart/a.go:6:9 lib/a.go:6:9",
		}, string(config)},
		{staging{name: "arguments", files: stagings[0].files}, string(config) + "        args: [--checks=-yearadd]\n"},
		{staging{
			name:    "whole module in a directory",
			files:   map[string]string{"m/go.mod": rootModule, "m/a.go": leapYear},
			changed: "a.go:6:9",
		}, strings.ReplaceAll(string(config), "leapguard-changed", "leapguard") + "        args: [-C, m]\n"},
	} {
		t.Run(s.name, func(t *testing.T) {
			files := maps.Clone(s.files)
			files[".pre-commit-config.yaml"] = s.config
			dir := h.staged(t, files)
			if code, out := h.run(t, dir, "pre-commit", "install"); code != 0 {
				t.Fatal(out)
			}
			code, out := h.run(t, dir, "git", "commit", "-m", "All")
			s.check(t, code, out, s.changed)
		})
	}

	// Of a commit only what is staged counts, whatever lies beside it.
	t.Run("not staged", func(t *testing.T) {
		dir := h.staged(t, map[string]string{"go.mod": rootModule, "a.go": clean, ".pre-commit-config.yaml": string(config)})
		writeFiles(t, dir, map[string]string{"a.go": leapYear})
		if code, out := h.run(t, dir, "pre-commit", "run"); code != 0 {
			t.Errorf("%s", out)
		}
		if code, out := h.run(t, dir, "pre-commit", "run", "--files", "a.go"); code == 0 || !strings.Contains(out, "a.go:6:9") {
			t.Errorf("%s", out)
		}
	})
}
