// Package finding defines what leapguard reports: a finding at a place in the
// source, its severity, and the fingerprint that identifies it across edits.
package finding

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Severity grades a finding. The zero value is Info, the least.
type Severity int

// The severities, in ascending order.
const (
	Info Severity = iota
	Warning
	Error
)

var severityNames = [...]string{Info: "info", Warning: "warning", Error: "error"}

// String returns "info", "warning" or "error".
func (s Severity) String() string {
	if s < 0 || int(s) >= len(severityNames) {
		return fmt.Sprintf("Severity(%d)", int(s))
	}
	return severityNames[s]
}

// ParseSeverity is the inverse of [Severity.String].
func ParseSeverity(name string) (Severity, error) {
	if i := slices.Index(severityNames[:], name); i >= 0 {
		return Severity(i), nil
	}
	return 0, fmt.Errorf("unknown severity %q (want info, warning or error)", name)
}

// A Range is a stretch of one file. Lines and columns are 1-based, columns
// count UTF-8 bytes, and the end is exclusive.
type Range struct {
	File               string // absolute path
	Line, Column       int
	EndLine, EndColumn int
}

// A Related range explains a finding: where a value came from, where the
// guard is missing.
type Related struct {
	Range
	Message string
}

// An Edit replaces a range of a file by new text.
type Edit struct {
	Range
	NewText string
}

// A Fix is one suggested change that removes the finding.
type Fix struct {
	Message string
	Safe    bool // leaves alone what the program does where it was right
	Edits   []Edit
}

// A Finding is one report of one check.
type Finding struct {
	Range
	Analyzer    string // slug of the check
	Package     string // import path of the package
	Decl        string // enclosing declaration as in [Identity], or ""
	Message     string
	Severity    Severity
	URL         string // page of the rule
	Fingerprint string // see [Fingerprint]
	Related     []Related
	Fixes       []Fix
	Suppression *Suppression // nil if it is reported
}

// A Suppression is what keeps a finding from being reported: a //leapguard:
// comment.
type Suppression struct {
	Range  // of the comment
	Reason string
}

// Compare orders findings by file, line, column, slug and message: the order
// in which every format prints them.
func Compare(a, b Finding) int {
	return cmp.Or(
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Analyzer, b.Analyzer),
		cmp.Compare(a.Message, b.Message),
	)
}

// Normalize sorts findings and drops those that say the same thing at the same
// place, which happens where a file belongs to several variants of a package.
func Normalize(list []Finding) []Finding {
	slices.SortStableFunc(list, Compare)
	return slices.CompactFunc(list, func(a, b Finding) bool { return Compare(a, b) == 0 })
}

// Text returns the source text of a range, or "" if src is too short for it.
func Text(src []byte, r Range) string {
	from, to, ok := Offsets(src, r)
	if !ok {
		return ""
	}
	return string(src[from:to])
}

// TextRedacted is [Text] with [Mask] in the place of what may be the material of a
// private key in the whole source.
func TextRedacted(src []byte, r Range) string {
	from, to := offset(src, r.Line, r.Column), offset(src, r.EndLine, r.EndColumn)
	if from < 0 || to < from {
		return ""
	}
	var out strings.Builder
	for _, s := range Secrets(src) {
		if s.End <= from || s.Start >= to {
			continue
		}
		out.Write(src[from:max(from, s.Start)])
		out.WriteString(Mask)
		from = min(s.End, to)
	}
	out.Write(src[from:to])
	return out.String()
}

// Offsets returns the byte offsets of a range in the source of its file, and false
// if src is too short for it.
func Offsets(src []byte, r Range) (from, to int, ok bool) {
	from, to = offset(src, r.Line, r.Column), offset(src, r.EndLine, r.EndColumn)
	return from, to, from >= 0 && to >= from
}

// offset returns the byte offset of a 1-based line and column, or -1.
func offset(src []byte, line, column int) int {
	pos := 0
	for ; line > 1; line-- {
		i := bytes.IndexByte(src[pos:], '\n')
		if i < 0 {
			return -1
		}
		pos += i + 1
	}
	if pos += column - 1; pos > len(src) {
		return -1
	}
	return pos
}
