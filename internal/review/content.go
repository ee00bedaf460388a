// Package review posts what leapguard found to GitHub: a check run that annotates
// the lines of a commit and, where asked to, a review of the pull request with
// comments that suggest fixes.
//
// What is posted is told from what is there already, by a digest in the check run
// and by a fingerprint in each comment. A pass reads what the server has, plans the
// requests that lead from there to what it should have, and makes them. After an
// error that may pass it starts again from what the server has by then, so that
// neither a lost answer nor a run that was killed makes anything appear twice.
package review

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/output"
)

// A Check is a check run as it should be. See
// https://docs.github.com/en/rest/checks/runs.
type Check struct {
	Name        string
	Title       string
	Conclusion  string // "success", "failure" or "neutral"
	Summary     string // Markdown
	Annotations []Annotation
}

// An Annotation is one of a check run.
type Annotation struct {
	Path                   string
	StartLine, EndLine     int
	StartColumn, EndColumn int    // 0 where the annotation has several lines
	Level                  string // "notice", "warning" or "failure"
	Title, Message         string
}

// A Comment is one of a review. It says of lines what there is to say, and may
// suggest others in their place.
type Comment struct {
	Fingerprint string
	Anchor
	Text      string   // Markdown
	Suggested bool     // whether lines are suggested
	Lines     []string // which, none to delete those of the anchor
	Safe      bool     // as in [finding.Fix]
}

// An Anchor is the lines of the new file that a comment stands at.
type Anchor struct {
	Path      string
	StartLine int
	Line      int // the last one
}

// Limits of GitHub.
const (
	batch        = 50    // annotations of a request
	summaryLimit = 65535 // characters of the summary of a check run
	messageLimit = 60000 // bytes of a message, of at most 64 KB
	bodyLimit    = 65000 // bytes of a comment, of at most 65536 characters
)

var levels = map[finding.Severity]string{
	finding.Error:   "failure",
	finding.Warning: "warning",
	finding.Info:    "notice",
}

// NewCheck returns the check run for a report.
//
// It fails where the exit code is not 0. It is neutral where all that was found is
// below the severity that makes it so.
func NewCheck(name, title string, r *output.Report) (*Check, error) {
	c := &Check{Name: name, Title: title, Conclusion: "success"}
	switch {
	case r.ExitCode != 0:
		c.Conclusion = "failure"
	case len(r.Findings) > 0:
		c.Conclusion = "neutral"
	}
	var summary strings.Builder
	compared := comparison(r.NewFrom)
	if err := output.Summary(&summary, r, summaryLimit-len(compared)); err != nil {
		return nil, err
	}
	c.Summary = strings.TrimSpace(summary.String()) + compared
	for _, n := range r.Notes() {
		c.Annotations = append(c.Annotations, annotation(n))
	}
	return c, nil
}

// comparison says what was left out of a report.
func comparison(n *output.NewFrom) string {
	if n == nil {
		return ""
	}
	known := fmt.Sprintf("%d findings are known there and", n.Known)
	if n.Known == 1 {
		known = "1 finding is known there and"
	}
	text := fmt.Sprintf("\n\nCompared with commit %s: %s left out.", output.ShortCommit(n.Commit), known)
	if len(n.Unknown) > 0 {
		text += fmt.Sprintf(" What could not be analysed there, %d in number, counts as new.", len(n.Unknown))
	}
	return text
}

func annotation(n output.Note) Annotation {
	a := Annotation{
		Path:      n.Path,
		StartLine: n.Line,
		EndLine:   max(n.EndLine, n.Line),
		Level:     levels[n.Severity],
		Title:     "leapguard",
		Message:   clip(strings.Join(append([]string{n.Message}, n.Details...), "\n"), messageLimit),
	}
	if n.Rule != "" {
		a.Title += ": " + n.Rule
	}
	if a.StartLine == a.EndLine && n.Column > 0 { // GitHub refuses others
		a.StartColumn, a.EndColumn = n.Column, max(n.EndColumn, n.Column)
	}
	return a
}

// clip cuts a text to a number of bytes.
func clip(text string, limit int) string {
	if len(text) <= limit {
		return text
	}
	for limit > 0 && !utf8.RuneStart(text[limit]) {
		limit--
	}
	return text[:limit]
}

// Comments returns the comments for those findings of a report that stand on lines
// which a pull request shows, and how many findings stand elsewhere.
func Comments(notes []output.Note, d Diff) (comments []Comment, elsewhere int) {
	seen := make(map[string]bool)
	for _, n := range notes {
		if n.Fingerprint == "" || seen[n.Fingerprint] {
			continue
		}
		seen[n.Fingerprint] = true
		c := Comment{Fingerprint: n.Fingerprint, Text: clip(quiet(n.Markdown()), messageLimit)}
		switch s := n.Suggestion; {
		case s != nil && d.Suggestible(n.Path, s.Line, s.EndLine):
			c.Anchor = Anchor{n.Path, s.Line, s.EndLine}
			c.Suggested, c.Lines, c.Safe = true, s.Lines, s.Safe
		case d.Shows(n.Path, n.Line, n.EndLine):
			c.Anchor = Anchor{n.Path, n.Line, max(n.Line, n.EndLine)}
		case d.Shows(n.Path, n.Line, n.Line):
			c.Anchor = Anchor{n.Path, n.Line, n.Line}
		default:
			elsewhere++
			continue
		}
		comments = append(comments, c)
	}
	return comments, elsewhere
}

// quiet keeps Markdown from calling people and from linking issues: GitHub looks for
// their names in the text that comes of it.
func quiet(markdown string) string {
	return strings.NewReplacer(`\@`, `\@<!-- -->`, `\#`, `\#<!-- -->`).Replace(markdown)
}

// marked returns the text of a comment with the line by which it is known, which is
// not seen: the fingerprint, and a digest of the text, by which leapguard knows what it
// has written whatever servers and people make of that.
func marked(text, fingerprint string) string {
	sum := sha256.Sum256([]byte(text))
	return text + "\n\n<!-- leapguard:" + fingerprint + " " + hex.EncodeToString(sum[:8]) + " -->"
}

var markerLine = regexp.MustCompile(`(?m)^<!-- leapguard:([0-9a-z-]+) ([0-9a-f]{16}) -->\s*$`)

// readMarker returns the fingerprint and the digest in a comment, "" without any.
func readMarker(body string) (fingerprint, digest string) {
	if m := markerLine.FindStringSubmatch(body); m != nil {
		return m[1], m[2]
	}
	return "", ""
}

// body returns the text of a comment. Lines are suggested only at the anchor that
// they were made for.
func (c *Comment) body(at Anchor) string {
	text := marked(c.Text, c.Fingerprint)
	if !c.Suggested || at != c.Anchor {
		return text
	}
	lines := strings.Join(c.Lines, "\n")
	if len(c.Lines) > 0 {
		lines += "\n"
	}
	fence := strings.Repeat("`", max(3, longestRun(lines, '`')+1))
	head := c.Text + "\n\n"
	if !c.Safe {
		head += "The suggestion changes what the program does, so review it:\n\n"
	}
	full := marked(head+fence+"suggestion\n"+lines+fence, c.Fingerprint)
	if len(full) > bodyLimit {
		return text
	}
	return full
}

// longestRun returns how often a character stands in a row at most.
func longestRun(text string, c rune) int {
	longest, run := 0, 0
	for _, r := range text {
		if r != c {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// A Diff holds the lines of the new files that a pull request shows, by file.
type Diff map[string][]Span

// A Span is a hunk: a range of lines of the new file, both ends inclusive.
type Span struct {
	From, To int
	Deleted  []int // the lines that deleted ones are shown right above, each once
}

// ParsePatch returns the lines of the new file that a patch shows, a span for each
// hunk: the others cannot be commented on.
func ParsePatch(patch string) []Span {
	var spans []Span
	next := 0 // line of the new file; 0 where the head of the hunk was not understood
	for line := range strings.Lines(patch) {
		switch {
		case strings.HasPrefix(line, "@@"):
			span, ok := hunkHead(line)
			if next = span.From; ok {
				spans = append(spans, span)
			}
		case next == 0:
		case line[0] == '+', line[0] == ' ':
			next++
		case line[0] == '-':
			last := &spans[len(spans)-1]
			if next <= last.To && !slices.Contains(last.Deleted, next) {
				last.Deleted = append(last.Deleted, next)
			}
		}
	}
	return spans
}

// hunkHead reads the head of a hunk. It is false for one that shows no line of the
// new file.
func hunkHead(line string) (Span, bool) {
	head, ok := strings.CutPrefix(line, "@@ -")
	_, to, both := strings.Cut(head, " +")
	to, _, end := strings.Cut(to, " @@")
	first, count, several := strings.Cut(to, ",")
	from, err := strconv.Atoi(first)
	n := 1
	if several && err == nil {
		n, err = strconv.Atoi(count)
	}
	if !ok || !both || !end || err != nil || from <= 0 || n <= 0 {
		return Span{}, false
	}
	return Span{From: from, To: from + n - 1}, true
}

// hunk returns the hunk that shows all of the lines of a file, or nil.
func (d Diff) hunk(path string, from, to int) *Span {
	for i, s := range d[path] {
		if s.From <= from && to <= s.To {
			return &d[path][i]
		}
	}
	return nil
}

// Shows reports whether all of the lines of a file stand in one hunk.
func (d Diff) Shows(path string, from, to int) bool { return d.hunk(path, from, to) != nil }

// Suggestible reports whether others can be suggested in the place of the lines:
// GitHub commits no suggestion that deleted lines are shown amid.
func (d Diff) Suggestible(path string, from, to int) bool {
	s := d.hunk(path, from, to)
	return s != nil && !slices.ContainsFunc(s.Deleted, func(line int) bool { return from < line && line <= to })
}
