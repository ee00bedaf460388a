// Package output writes findings in the formats of the command line, one file
// for each.
//
// What a format writes depends on the report and on the source files that the
// findings point at, on nothing else, so that it is the same on every run.
package output

import (
	"bytes"
	"cmp"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// A Report is what a run has to say.
type Report struct {
	Version  string    // of leapguard
	Now      time.Time // reference date
	Dir      string    // absolute; text and JSON name files relative to it
	Root     string    // absolute root of the repository, for the other formats
	Findings []finding.Finding
	Problems []Problem
	ExitCode int

	Rules []*rule.Rule                 // every rule of the tool
	Page  func(slug string) string     // the page of a rule, in Markdown
	Read  func(string) ([]byte, error) // reads a source file; nil means os.ReadFile
}

// A Problem kept a package, or a check, from being analysed.
type Problem struct {
	Package      string // import path, or ""
	File         string // absolute, or ""
	Line, Column int    // 1-based, 0 if unknown
	Message      string
	Internal     bool // an error of leapguard itself
}

// ProjectURL is where leapguard lives.
const ProjectURL = "https://github.com/leapguard/leapguard"

func (r *Report) date() string { return r.Now.Format(config.DateLayout) }

// RepositoryRoot returns the nearest directory above dir that holds .git, or
// dir itself where there is none.
func RepositoryRoot(dir string) string {
	for root := dir; ; root = filepath.Dir(root) {
		if _, err := os.Stat(filepath.Join(root, ".git")); err == nil {
			return root
		}
		if root == filepath.Dir(root) {
			return dir
		}
	}
}

// Relative returns the name of a file relative to a directory, or the name as
// it is where there is no way from one to the other.
func Relative(dir, file string) string {
	if !filepath.IsAbs(file) {
		return file
	}
	rel, err := filepath.Rel(dir, file)
	if err != nil {
		return file
	}
	return rel
}

// inside is like [Relative], with slashes, but keeps the name of a file
// outside dir absolute.
func inside(dir, file string) string {
	rel := Relative(dir, file)
	if !filepath.IsLocal(rel) {
		rel = file
	}
	return filepath.ToSlash(rel)
}

// firstLine cuts what is not the same on every run: stacks.
func firstLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return s
}

// sources reads source files by line.
type sources struct {
	read  func(string) ([]byte, error)
	lines map[string][][]byte
}

func newSources(r *Report) *sources {
	read := r.Read
	if read == nil {
		read = os.ReadFile
	}
	return &sources{read: read, lines: make(map[string][][]byte)}
}

// line returns a line of a file without its end, and whether there is one.
func (s *sources) line(file string, number int) (string, bool) {
	lines, ok := s.lines[file]
	if !ok {
		if data, err := s.read(file); err == nil {
			lines = bytes.Split(data, []byte("\n"))
		}
		s.lines[file] = lines
	}
	if number < 1 || number > len(lines) {
		return "", false
	}
	return string(bytes.TrimSuffix(lines[number-1], []byte("\r"))), true
}

// end returns the end of a range, which is its start where none was recorded.
func end(r finding.Range) (line, column int) {
	if r.EndLine == 0 {
		return r.Line, r.Column
	}
	return r.EndLine, cmp.Or(r.EndColumn, 1)
}
