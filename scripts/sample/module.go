package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// unpack writes the files of a repository at its commit below a directory. A mirror
// may lack some, mostly large ones: they are left out.
func (r *runner) unpack(s source, dir string) error {
	git, err := r.gitDir(s)
	if err != nil {
		return err
	}
	list, err := exec.Command("git", "--git-dir="+git, "ls-tree", "-r", "-z", s.commit).Output()
	if err != nil {
		return fmt.Errorf("git ls-tree %s: %w", s.commit, err)
	}
	var names []string
	var wanted bytes.Buffer
	for entry := range strings.SplitSeq(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		head, name, _ := strings.Cut(entry, "\t")
		mode := strings.Fields(head) // mode, kind, object
		if len(mode) == 3 && mode[0] != "120000" && mode[1] == "blob" && filepath.IsLocal(name) {
			names = append(names, name)
			fmt.Fprintln(&wanted, mode[2])
		}
	}
	cat := exec.Command("git", "--git-dir="+git, "cat-file", "--batch")
	cat.Env = append(os.Environ(), "GIT_NO_LAZY_FETCH=1")
	cat.Stdin = &wanted
	pipe, err := cat.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cat.Start(); err != nil {
		return err
	}
	return errors.Join(writeFiles(bufio.NewReader(pipe), names, dir), cat.Wait())
}

// gitDir returns the git directory of a repository's mirror.
func (r *runner) gitDir(s source) (string, error) {
	base := filepath.Join(r.mirrors, strings.ReplaceAll(s.name, "/", "+"))
	for _, git := range []string{base, filepath.Join(base, "repo"), filepath.Join(base, "repo", ".git")} {
		if _, err := os.Stat(filepath.Join(git, "HEAD")); err == nil {
			return git, nil
		}
	}
	return "", fmt.Errorf("no git directory at %s", base)
}

// writeFiles writes what git cat-file --batch prints to files of these names.
func writeFiles(batch *bufio.Reader, names []string, dir string) error {
	for _, name := range names {
		head, err := batch.ReadString('\n')
		if err != nil {
			return err
		}
		if strings.HasSuffix(head, " missing\n") {
			continue
		}
		var id, kind string
		var size int64
		if _, err := fmt.Sscan(head, &id, &kind, &size); err != nil {
			return fmt.Errorf("git cat-file says %q: %w", head, err)
		}
		text := make([]byte, size+1) // with a line break behind
		if _, err := io.ReadFull(batch, text); err != nil {
			return err
		}
		name = filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o777), os.WriteFile(name, text[:size], 0o666)); err != nil {
			return err
		}
	}
	return nil
}

// left says which directories are no code of the repository's own.
var left = regexp.MustCompile(`^(?:[._].*|vendor|testdata|node_modules|third_party)$`)

// walk visits the files below a directory that are a repository's own.
func walk(dir string, visit func(name string, d fs.DirEntry)) {
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case d.IsDir() && name != dir && left.MatchString(d.Name()):
			return filepath.SkipDir
		case d.Type().IsRegular():
			visit(name, d)
		}
		return nil
	})
}

// modules returns the directories of the modules below a directory.
func modules(dir string) (out []string) {
	walk(dir, func(name string, d fs.DirEntry) {
		if d.Name() == "go.mod" {
			out = append(out, filepath.Dir(name))
		}
	})
	return out
}

var generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

// countLines counts the lines of Go below a directory, generated code left out.
func countLines(dir string) (n int) {
	walk(dir, func(name string, _ fs.DirEntry) {
		if !strings.HasSuffix(name, ".go") {
			return
		}
		if text, err := os.ReadFile(name); err == nil && !generated.Match(text) {
			n += bytes.Count(text, []byte("\n"))
		}
	})
	return n
}

// A finding is what is read of leapguard's JSON.
type finding struct {
	Analyzer, File, Message string
	Line                    int
}

// module runs leapguard on a module, and says whether all of it was analysed.
func (r *runner) module(dir string) (found []finding, loaded bool) {
	ctx, cancel := context.WithTimeout(context.Background(), r.limit)
	defer cancel()
	args := append([]string{"-C", dir, "--format", "json"}, r.flags...)
	cmd := exec.CommandContext(ctx, r.tool, append(args, "./...")...)
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOTOOLCHAIN=local")
	if _, err := os.Stat(filepath.Join(dir, "vendor", "modules.txt")); err != nil {
		cmd.Env = append(cmd.Env, "GOFLAGS=-mod=mod")
	}
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	var report struct {
		Findings []finding
		Errors   []struct{ Package, Message string }
	}
	if jsonErr := json.Unmarshal(out, &report); jsonErr != nil {
		log.Printf("%s: %v\n%s", dir, errors.Join(err, jsonErr), stderr.Bytes())
		return nil, false
	}
	if n := len(report.Errors); n > 0 {
		log.Printf("%s: %d packages do not load, %s: %s", dir, n, report.Errors[0].Package, report.Errors[0].Message)
	}
	return report.Findings, len(report.Errors) == 0
}
