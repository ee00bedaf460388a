package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

// unpack writes the files of a repository at its commit below a directory.
func (r *runner) unpack(s source, dir string) error {
	base := filepath.Join(r.mirrors, strings.ReplaceAll(s.name, "/", "+"))
	for _, git := range []string{base, filepath.Join(base, "repo"), filepath.Join(base, "repo", ".git")} {
		if _, err := os.Stat(filepath.Join(git, "HEAD")); err != nil {
			continue
		}
		archive := exec.Command("git", "--git-dir="+git, "archive", s.commit)
		archive.Env = append(os.Environ(), "GIT_NO_LAZY_FETCH=1")
		unpack := exec.Command("tar", "-x", "-C", dir)
		pipe, err := archive.StdoutPipe()
		if err != nil {
			return err
		}
		unpack.Stdin = pipe
		return errors.Join(archive.Start(), unpack.Run(), archive.Wait())
	}
	return fmt.Errorf("no git directory at %s", base)
}

// left says which directories are no code of the repository's own.
var left = regexp.MustCompile(`^(?:[._].*|vendor|testdata|node_modules|third_party)$`)

// modules returns the directories of the modules below a directory.
func modules(dir string) (out []string) {
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case d.IsDir() && name != dir && left.MatchString(d.Name()):
			return filepath.SkipDir
		case d.Name() == "go.mod" && d.Type().IsRegular():
			out = append(out, filepath.Dir(name))
		}
		return nil
	})
	return out
}

var generated = regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`)

// countLines counts the lines of Go below a directory, generated code left out.
func countLines(dir string) (n int) {
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil
		case d.IsDir() && name != dir && left.MatchString(d.Name()):
			return filepath.SkipDir
		case d.Type().IsRegular() && strings.HasSuffix(name, ".go"):
			if text, err := os.ReadFile(name); err == nil && !generated.Match(text) {
				n += bytes.Count(text, []byte("\n"))
			}
		}
		return nil
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
		Errors   []json.RawMessage
	}
	if jsonErr := json.Unmarshal(out, &report); jsonErr != nil {
		log.Printf("%s: %v\n%s", dir, errors.Join(err, jsonErr), stderr.Bytes())
		return nil, false
	}
	return report.Findings, len(report.Errors) == 0
}
