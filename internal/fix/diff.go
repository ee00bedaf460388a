package fix

import (
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/aymanbagabas/go-udiff"

	"github.com/leapguard/leapguard/internal/finding"
)

// Diff writes the changes as a unified diff, with names relative to a directory
// behind a/ and b/, for git apply and patch -p1. It returns the names of the files
// that are not shown because that would show private keys.
func (p *Plan) Diff(w io.Writer, dir string) (hidden []string, err error) {
	for _, c := range p.Changes {
		text, ok, err := c.diff(dir)
		if err != nil {
			return nil, err
		}
		if !ok {
			hidden = append(hidden, c.Name)
			continue
		}
		if _, err := io.WriteString(w, text); err != nil {
			return nil, err
		}
	}
	return hidden, nil
}

// diff returns the diff of one file, without context if that holds a key, and false
// if the changed lines themselves do.
func (c *Change) diff(dir string) (text string, ok bool, err error) {
	name := c.Name
	if rel, err := filepath.Rel(dir, name); err == nil {
		name = filepath.ToSlash(rel)
	}
	before, after := string(c.Before), string(c.After)
	keys := secretLines(before)
	for _, context := range []int{3, 0} {
		text, err = udiff.ToUnified(label("a/"+name), label("b/"+name), before, udiff.Lines(before, after), context)
		if err != nil || !shows(text, keys) {
			return text, true, err
		}
	}
	return "", false, nil
}

// label writes the name of a file as git does in a diff: patch takes what stands
// behind a blank for a date unless there is a tab.
func label(name string) string {
	if quoted := strconv.Quote(name); strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == '"' || r == '\\' }) {
		return quoted
	}
	if strings.Contains(name, " ") {
		return name + "\t"
	}
	return name
}

// secretLines returns the lines of a text in which private keys may be.
func secretLines(text string) map[string]bool {
	lines := make(map[string]bool)
	for _, span := range finding.Secrets([]byte(text)) {
		from := strings.LastIndexByte(text[:span.Start], '\n') + 1
		to := len(text)
		if i := strings.IndexByte(text[span.End:], '\n'); i >= 0 {
			to = span.End + i
		}
		for line := range strings.SplitSeq(text[from:to], "\n") {
			lines[line] = true
		}
	}
	return lines
}

// shows reports whether a diff has one of the lines.
func shows(diff string, lines map[string]bool) bool {
	for line := range strings.SplitSeq(diff, "\n") {
		if line != "" && lines[line[1:]] {
			return true
		}
	}
	return false
}
