// Package output writes findings in the formats of the command line, one file
// for each.
//
// What a format writes depends on the report and on the source files that the
// findings point at, on nothing else, so that it is the same on every run.
package output

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/leapguard/leapguard/internal/baseline"
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
	// Suppressed are the findings that comments suppress, if they are to be shown.
	Suppressed []finding.Finding
	Problems   []Problem
	ExitCode   int
	Baseline   *Baseline // nil without one
	NewFrom    *NewFrom  // nil if nothing was compared with a commit

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
	Partial      bool // the package was analysed all the same
	Tests        bool // the package was analysed without its tests
}

// A Baseline tells what was left out of the findings as known.
type Baseline struct {
	File   string // absolute
	Known  int    // findings that were left out
	Unused []UnusedEntry
}

// An UnusedEntry is one of a baseline whose finding is gone.
type UnusedEntry struct {
	Line int
	baseline.Entry
}

// NewFrom tells of the commit that findings were left out for.
type NewFrom struct {
	Revision string // as it was given
	Commit   string
	Known    int // findings that were left out
	// Unknown are the packages that have findings and could not be analysed in the
	// commit.
	Unknown []Problem
}

// String calls the commit as it was asked for.
func (n *NewFrom) String() string {
	short := ShortCommit(n.Commit)
	if strings.HasPrefix(n.Commit, n.Revision) {
		return short
	}
	return n.Revision + " (" + short + ")"
}

// ShortCommit abbreviates the name of a commit.
func ShortCommit(commit string) string { return commit[:min(12, len(commit))] }

const toolName = "leapguard"

// ProjectURL is where leapguard lives.
const ProjectURL = "https://github.com/leapguard/leapguard"

// where returns the name of the file of a problem relative to the root of the
// repository, or what it is about where there is no file.
func (r *Report) where(p Problem) string {
	if p.File != "" {
		return inside(r.Root, p.File)
	}
	return cmp.Or(p.Package, toolName)
}

// String says what went wrong, and what that means for the package. It does not
// name the file.
func (p Problem) String() string {
	switch {
	case p.Internal || p.Package == "":
		return p.Message
	case p.Tests:
		return p.Message + "; package " + p.Package + " was analysed without its tests"
	case p.Partial:
		return p.Message + "; package " + p.Package + " was analysed without what it embeds there"
	}
	return p.Message + "; package " + p.Package + " was not analysed"
}

// line returns a finding as one line of text.
func (r *Report) line(f finding.Finding) string {
	return fmt.Sprintf("%s:%d:%d: %s: %s (%s)",
		oneLine(inside(r.Root, f.File)), f.Line, f.Column, f.Severity, oneLine(f.Message), f.Analyzer)
}

// A counter counts how often a name was seen.
type counter map[string]int

// unique returns a name the first time, and what again makes of it and of how
// often it was seen from then on. So that it ends, again returns another name
// for every number.
func (c counter) unique(name string, again func(n int) string) string {
	c[name]++
	if n := c[name]; n > 1 {
		return c.unique(again(n), again)
	}
	return name
}

// details returns the related positions of a finding and the address of its
// rule's page, a line for each.
func (r *Report) details(f finding.Finding) []string {
	var lines []string
	for _, rel := range f.Related {
		lines = append(lines, fmt.Sprintf("%s:%d:%d: %s", inside(r.Root, rel.File), rel.Line, rel.Column, rel.Message))
	}
	if f.URL != "" {
		lines = append(lines, f.URL)
	}
	return lines
}

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
	files map[string]*sourceFile
}

type sourceFile struct {
	data    []byte
	starts  []int // offsets of the lines
	secrets func() []finding.Span
}

func newSources(r *Report) *sources {
	read := r.Read
	if read == nil {
		read = os.ReadFile
	}
	return &sources{read: read, files: make(map[string]*sourceFile)}
}

func (s *sources) file(name string) *sourceFile {
	f := s.files[name]
	if f == nil {
		f = new(sourceFile)
		if data, err := s.read(name); err == nil {
			f.data, f.starts = data, []int{0}
			for i, c := range data {
				if c == '\n' {
					f.starts = append(f.starts, i+1)
				}
			}
		}
		f.secrets = sync.OnceValue(func() []finding.Span { return finding.Secrets(f.data) })
		s.files[name] = f
	}
	return f
}

// line returns a line of a file without its end, and whether there is one.
func (s *sources) line(file string, number int) (string, bool) {
	f := s.file(file)
	if number < 1 || number > len(f.starts) {
		return "", false
	}
	line := f.data[f.starts[number-1]:]
	if number < len(f.starts) {
		line = f.data[f.starts[number-1] : f.starts[number]-1]
	}
	return string(bytes.TrimSuffix(line, []byte("\r"))), true
}

// secrets returns the spans of a line, which there is, that are not to be
// shown.
func (s *sources) secrets(file string, number int) []finding.Span {
	f := s.file(file)
	line, _ := s.line(file, number)
	start := f.starts[number-1]
	var out []finding.Span
	for _, span := range f.secrets() {
		from, to := max(span.Start-start, 0), min(span.End-start, len(line))
		if from < to {
			out = append(out, finding.Span{Start: from, End: to})
		}
	}
	return out
}

// end returns the end of a range, which is its start where none was recorded.
func end(r finding.Range) (line, column int) {
	if r.EndLine == 0 {
		return r.Line, r.Column
	}
	return r.EndLine, cmp.Or(r.EndColumn, 1)
}
