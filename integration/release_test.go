package integration

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/mod/module"
	"golang.org/x/mod/zip"
)

// released is leapguard with a version.
var released = module.Version{Path: "github.com/leapguard/leapguard", Version: "v0.1.0"}

// proxied returns the environment of a user who gets leapguard from a module proxy,
// with a module cache of his own.
func proxied(t *testing.T) []string {
	t.Helper()
	proxy := t.TempDir()
	root := tree(t)
	var archive bytes.Buffer
	if err := zip.CreateFromDir(&archive, released, root); err != nil {
		t.Fatal(err)
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		t.Fatal(err)
	}
	writeFiles(t, filepath.Join(proxy, released.Path, "@v"), map[string]string{
		"list":                     released.Version + "\n",
		released.Version + ".info": fmt.Sprintf(`{"Version": %q, "Time": "2026-11-22T00:00:00Z"}`, released.Version),
		released.Version + ".mod":  string(mod),
		released.Version + ".zip":  archive.String(),
	})
	goEnv := strings.Split(string(output(t, "..", environment(), []int{0}, "go", "env", "GOMODCACHE", "GOPROXY")), "\n")
	return append(environment(),
		"GOBIN="+t.TempDir(),
		"GOMODCACHE="+t.TempDir(),
		"GOPROXY="+fileURL(proxy)+","+fileURL(filepath.Join(goEnv[0], "cache", "download"))+","+goEnv[1],
		"GONOSUMDB="+released.Path,
		// What t.TempDir removes must be writable, and what was compiled before has
		// the same name whatever the module cache.
		"GOFLAGS=-modcacherw -trimpath",
	)
}

func fileURL(dir string) string { return "file://" + filepath.ToSlash(dir) }

// TestInstall installs a version with go install and as a tool of a module.
func TestInstall(t *testing.T) {
	env, dir := proxied(t), leapModule(t)
	for _, query := range []string{released.Version, "latest"} {
		output(t, dir, env, []int{0}, "go", "install", released.Path+"/cmd/leapguard@"+query)
		bin := strings.TrimSpace(string(output(t, dir, env, []int{0}, "go", "env", "GOBIN")))
		tool := filepath.Join(bin, "leapguard")
		checkVersion(t, dir, env, tool)
		if err := os.Remove(tool); err != nil {
			t.Fatal(err)
		}
	}

	output(t, dir, env, []int{0}, "go", "get", "-tool", released.Path+"/cmd/leapguard@"+released.Version)
	checkVersion(t, dir, env, "go", "tool", "leapguard")
	output(t, dir, env, []int{0}, "go", "mod", "verify")
	mod, err := os.ReadFile(filepath.Join(dir, "go.mod"))
	if err != nil || !strings.Contains(string(mod), "tool "+released.Path+"/cmd/leapguard\n") {
		t.Errorf("go.mod, %v:\n%s", err, mod)
	}
	// As a vet tool it is the same program.
	tool := strings.TrimSpace(string(output(t, dir, env, []int{0}, "go", "tool", "-n", "leapguard")))
	cmd := exec.Command("go", "vet", "-vettool="+tool, "./...")
	cmd.Dir, cmd.Env = dir, env
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "a.go:6:9: ") {
		t.Errorf("go vet: %v\n%s", err, out)
	}
}

// checkVersion looks for the version of a command in all that prints it, and for
// what it finds.
func checkVersion(t *testing.T, dir string, env []string, command ...string) {
	t.Helper()
	run := func(codes []int, args ...string) []byte {
		return output(t, dir, env, codes, command[0], append(command[1:len(command):len(command)], args...)...)
	}
	number := strings.TrimPrefix(released.Version, "v")
	want := fmt.Sprintf("leapguard %s (%s %s/%s)\n", number, runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if got := string(run([]int{0}, "version")); got != want {
		t.Errorf("the version is %q, want %q", got, want)
	}
	var doc struct {
		Tool     struct{ Version string }
		Findings []struct{ Analyzer string }
	}
	if err := json.Unmarshal(run([]int{1}, "-f", "json", "./..."), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Tool.Version != number || len(doc.Findings) != 1 || doc.Findings[0].Analyzer != "yearadd" {
		t.Errorf("JSON: %+v", doc)
	}
	var log struct {
		Runs []struct {
			Tool struct{ Driver struct{ Version string } }
		}
	}
	if err := json.Unmarshal(run([]int{1}, "-f", "sarif", "./..."), &log); err != nil {
		t.Fatal(err)
	}
	if len(log.Runs) != 1 || log.Runs[0].Tool.Driver.Version != number {
		t.Errorf("SARIF: %+v", log)
	}
}

// TestRelease builds a release twice, in different directories.
func TestRelease(t *testing.T) {
	platform := runtime.GOOS + "/" + runtime.GOARCH
	first, second := releaseOf(t, platform), releaseOf(t, platform)
	name := "leapguard_0.1.0_" + runtime.GOOS + "_" + runtime.GOARCH + ".tar.gz"
	if want := fmt.Sprintf("%x  %s\n", sha256.Sum256(first[name]), name); string(first["SHA256SUMS"]) != want {
		t.Errorf("SHA256SUMS is %q, want %q", first["SHA256SUMS"], want)
	}
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs: %x, %x", name, sha256.Sum256(first[name]), sha256.Sum256(second[name]))
		}
	}
	dir := t.TempDir()
	extract(t, dir, first[name])
	top := filepath.Join(dir, strings.TrimSuffix(name, ".tar.gz"))
	checkVersion(t, leapModule(t), environment(), filepath.Join(top, "leapguard"))
	for _, name := range []string{"LICENSE", "README.md"} {
		if _, err := os.Stat(filepath.Join(top, name)); err != nil {
			t.Error(err)
		}
	}
}

// releaseOf returns the files of a release of this repository, from a clone.
func releaseOf(t *testing.T, platform string) map[string][]byte {
	t.Helper()
	root := tree(t)
	env := append(environment(), "GIT_AUTHOR_DATE=2026-11-22T00:00:00Z", "GIT_COMMITTER_DATE=2026-11-22T00:00:00Z",
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com")
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A", "-f"}, {"-c", "commit.gpgsign=false", "commit", "-q", "-m", "All"}} {
		output(t, root, env, []int{0}, "git", args...)
	}
	script := func() ([]byte, error) {
		cmd := exec.Command("go", "run", "./scripts/release", "-platforms", platform)
		cmd.Dir, cmd.Env = root, env
		return cmd.CombinedOutput()
	}
	refused := func(want string) {
		if out, err := script(); err == nil || !strings.Contains(string(out), want) {
			t.Errorf("%v, want %q\n%s", err, want, out)
		}
	}
	refused("the commit has 0 tags of the form v1.2.3; want one")
	output(t, root, env, []int{0}, "git", "tag", released.Version)
	writeFiles(t, root, map[string]string{"new.go": "package leapguard\n"})
	refused("the working tree differs from the commit; commit or remove\n?? new.go")
	if err := os.Remove(filepath.Join(root, "new.go")); err != nil {
		t.Fatal(err)
	}
	if out, err := script(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	refused("dist holds something")
	files := make(map[string][]byte)
	entries, err := os.ReadDir(filepath.Join(root, "dist"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if files[e.Name()], err = os.ReadFile(filepath.Join(root, "dist", e.Name())); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// extract unpacks an archive.
func extract(t *testing.T, dir string, archive []byte) {
	t.Helper()
	r, err := gzip.NewReader(bytes.NewReader(archive))
	if err != nil {
		t.Fatal(err)
	}
	for files := tar.NewReader(r); ; {
		h, err := files.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(files)
		if err != nil {
			t.Fatal(err)
		}
		writeFiles(t, dir, map[string]string{h.Name: string(text)})
		if err := os.Chmod(filepath.Join(dir, h.Name), h.FileInfo().Mode()); err != nil {
			t.Fatal(err)
		}
	}
}
