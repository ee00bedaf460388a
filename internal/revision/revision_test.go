package revision

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repository makes a git repository of files, with one commit.
func repository(t *testing.T, files map[string]string) string {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip(err)
	}
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("GIT_CONFIG_NOSYSTEM", "1")
	for _, who := range []string{"AUTHOR", "COMMITTER"} {
		t.Setenv("GIT_"+who+"_NAME", "A")
		t.Setenv("GIT_"+who+"_EMAIL", "a@example.com")
		t.Setenv("GIT_"+who+"_DATE", "2026-11-22T00:00:00Z")
	}
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"add", "-A"}, {"commit", "-q", "-m", "one"}} {
		if _, err := git(t.Context(), dir, nil, args...); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestExport(t *testing.T) {
	files := map[string]string{
		".gitattributes":   "a_test.go export-ignore\nsubst.go export-subst\n",
		"a_test.go":        "package a\n",
		"subst.go":         "package a // $Format:%H$\n",
		"crlf.go":          "package a\r\n",
		"été ü/a b.go":     "package b\n",
		"testdata/deep/x":  "",
		"hooks/post-index": "",
	}
	dir := repository(t, files)
	hook := filepath.Join(dir, ".git", "hooks", "post-index-change")
	if err := errors.Join(os.MkdirAll(filepath.Dir(hook), 0o755), os.WriteFile(hook, []byte("#!/bin/sh\n: >\"$HOME/ran\"\n"), 0o755)); err != nil {
		t.Fatal(err)
	}
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	t.Setenv("TMP", temp)
	repo, err := Open(t.Context(), filepath.Join(dir, "testdata"))
	if err != nil {
		t.Fatal(err)
	}
	commit, err := repo.MergeBase(t.Context(), "main")
	if err != nil {
		t.Fatal(err)
	}
	tree, err := repo.Export(t.Context(), commit)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		old, ok := tree.Old(filepath.Join(dir, filepath.FromSlash(name)))
		if got, err := os.ReadFile(old); !ok || err != nil || string(got) != want {
			t.Errorf("%s is %q in %s, %v", name, got, old, err)
		}
		if back, ok := tree.New(old); !ok || back != filepath.Join(repo.Root, filepath.FromSlash(name)) {
			t.Errorf("%s came from %s", old, back)
		}
	}
	if name, ok := tree.Old(filepath.Dir(repo.Root)); ok {
		t.Errorf("what lies outside is at %s", name)
	}
	if got, want := tree.Rename(filepath.Join(tree.Root, "crlf.go")+":1: wrong", "abc"), "abc:crlf.go:1: wrong"; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
	if status, err := git(t.Context(), dir, nil, "status", "--porcelain"); err != nil || status != "" {
		t.Errorf("the working tree has changed: %s, %v", status, err)
	}
	if err := tree.Remove(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
	if _, err := repo.Export(t.Context(), strings.Repeat("0", 40)); err == nil {
		t.Error("a commit that is not there was exported")
	}
	if left, err := os.ReadDir(temp); err != nil || len(left) > 0 {
		t.Errorf("left after an error are %v, %v", left, err)
	}
}

// Git sets these for hooks, for the directory in which they start.
func TestInHook(t *testing.T) {
	dir := repository(t, map[string]string{"a.go": "package a\n", "sub/b.go": "package b\n"})
	want, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	head, err := want.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, place := range []string{".git", filepath.Join(dir, ".git")} {
		t.Setenv("GIT_DIR", place)
		t.Setenv("GIT_INDEX_FILE", filepath.Join(place, "index"))
		repo, err := Open(t.Context(), filepath.Join(dir, "sub"))
		if err != nil {
			t.Errorf("with %s: %v", place, err)
			continue
		}
		if got, err := repo.Head(t.Context()); repo.Root != want.Root || got != head || err != nil {
			t.Errorf("with %s: %s at %s, %v; want %s at %s", place, got, repo.Root, err, head, want.Root)
		}
	}
}

func TestRelativeTemporary(t *testing.T) {
	dir := repository(t, map[string]string{"a.go": "package a\n"})
	t.Chdir(t.TempDir())
	if err := os.Mkdir("temp", 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", "temp")
	t.Setenv("TMP", "temp")
	repo, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	tree, err := repo.Export(t.Context(), "HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(tree.Root, "a.go")); err != nil || !filepath.IsAbs(tree.Root) {
		t.Errorf("%s: %v", tree.Root, err)
	}
	if err := tree.Remove(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir("temp"); err != nil || len(left) > 0 {
		t.Errorf("left are %v, %v", left, err)
	}
}
