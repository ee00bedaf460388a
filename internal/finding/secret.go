package finding

import (
	"bytes"
	"go/scanner"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A Span is a stretch of a text in bytes, its end exclusive.
type Span struct{ Start, End int }

const (
	// minRun is the least number of characters of a literal or comment that
	// may be a key in base64 or hexadecimal: one of 20 bytes in hexadecimal.
	// The 32 bytes of the shortest private keys have 43 in base64.
	minRun = 40
	// minBytes is the least number of bytes, written one by one, that may be a
	// key.
	minBytes = 16
)

// Mask stands for what is not to be shown.
const Mask = "…"

// Secrets returns the spans of Go source that may hold the material of a
// private key, in order: what follows a PEM header, long runs of base64 or
// hexadecimal in literals and comments, and lists of bytes. Nothing says that
// they do: certificates look alike.
func Secrets(src []byte) []Span {
	m := &masker{src: src}
	file := token.NewFileSet().AddFile("", -1, len(src))
	var s scanner.Scanner
	s.Init(file, src, func(token.Position, string) {}, scanner.ScanComments)
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			break
		}
		m.token(file.Offset(pos), tok, lit)
	}
	m.endList()
	return merge(m.spans)
}

// merge sorts spans and joins those that overlap.
func merge(spans []Span) []Span {
	slices.SortFunc(spans, func(a, b Span) int { return a.Start - b.Start })
	var out []Span
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// Redact replaces what [Secrets] finds in a text by [Mask].
func Redact(text string) string {
	spans := Secrets([]byte(text))
	if len(spans) == 0 {
		return text
	}
	var out strings.Builder
	shown := 0
	for _, s := range spans {
		out.WriteString(text[shown:s.Start] + Mask)
		shown = s.End
	}
	return out.String() + text[shown:]
}

type masker struct {
	src   []byte
	spans []Span
	inKey bool // behind a PEM header, before the end marker

	list  Span // of byte values
	count int
}

func (m *masker) token(start int, tok token.Token, lit string) {
	if tok == token.STRING || tok == token.COMMENT {
		from, to := m.content(start, lit)
		m.text(from, to)
		if m.src[start] == '"' {
			m.escapes(from, to)
		}
	} else if tok != token.ADD && tok != token.COMMA {
		m.inKey = false // the literals of one key are joined or listed
	}
	switch {
	case tok == token.COMMA, tok == token.COMMENT:
	case isByte(tok, lit):
		if m.count == 0 {
			m.list.Start = start
		}
		m.list.End = start + len(lit)
		m.count++
	default:
		m.endList()
	}
}

func isByte(tok token.Token, lit string) bool {
	if tok == token.CHAR {
		return true
	}
	_, err := strconv.ParseUint(lit, 0, 8)
	return tok == token.INT && err == nil
}

func (m *masker) endList() {
	if m.count >= minBytes {
		m.spans = append(m.spans, m.list)
	}
	m.count = 0
}

// content returns where the text of a literal or comment lies. Its lit does
// not tell: the scanner drops carriage returns.
func (m *masker) content(start int, lit string) (from, to int) {
	open := 1
	var end string
	switch rest := m.src[start:]; {
	case rest[0] == '`':
		end = "`"
	case bytes.HasPrefix(rest, []byte("//")):
		open, end = 2, "\n"
	case bytes.HasPrefix(rest, []byte("/*")):
		open, end = 2, "*/"
	default:
		return start + 1, max(start+1, start+len(strings.TrimSuffix(lit, `"`)))
	}
	from = start + open
	if i := bytes.Index(m.src[from:], []byte(end)); i >= 0 {
		return from, from + i
	}
	return from, len(m.src)
}

var (
	keyHeader = regexp.MustCompile(`-----?BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----?|---- BEGIN [A-Z0-9 ]*PRIVATE KEY ----`)
	keyEnd    = regexp.MustCompile(`---- ?END|-----END`)
	escape    = regexp.MustCompile(`\\(?:x[0-9a-fA-F]{2}|[0-7]{3})`)
)

// text looks for keys in the text of a literal or comment.
func (m *masker) text(from, to int) {
	for from < to {
		pattern := keyHeader
		if m.inKey {
			pattern = keyEnd
		}
		stop, next := to, to
		loc := pattern.FindIndex(m.src[from:to])
		if loc != nil {
			stop, next = from+loc[0], from+loc[1]
		}
		if m.inKey {
			m.hide(from, stop)
		} else {
			m.runs(from, stop)
		}
		if loc != nil {
			m.inKey = !m.inKey
		}
		from = next
	}
}

func (m *masker) hide(from, to int) {
	if from < to {
		m.spans = append(m.spans, Span{from, to})
	}
}

// lineBreak matches what lies between the lines of base64.
var lineBreak = regexp.MustCompile(`^[ \t]*(?:[\r\n]|\\[nr])(?:\s|\\[nr])*$`)

// runs hides long runs of base64 or hexadecimal, and the lines that go on with
// them.
func (m *masker) runs(from, to int) {
	hidden := false // the run before is
	for end := from; end < to; {
		start, material := end, false
		for start < to && !isBase64(m.src[start]) {
			start = m.skip(start, to)
		}
		goesOn := hidden && lineBreak.Match(m.src[end:start]) && start < to && m.src[start] != '-'
		for end = start; end < to && isBase64(m.src[end]); end++ {
			material = material || !strings.ContainsRune("-_=", rune(m.src[end])) // no rule of a table
		}
		if goesOn {
			m.spans[len(m.spans)-1].End = end
		} else if hidden = end-start >= minRun && material; hidden {
			m.hide(start, end)
		}
	}
}

// skip moves past one character, an escape as a whole.
func (m *masker) skip(i, to int) int {
	if m.src[i] == '\\' {
		return min(i+2, to)
	}
	return i + 1
}

func isBase64(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '+' || c == '/' || c == '-' || c == '_' || c == '='
}

// escapes hides the bytes of a literal from the first that is written by its
// number to the last.
func (m *masker) escapes(from, to int) {
	found := escape.FindAllIndex(m.src[from:to], -1)
	if len(found) >= minBytes {
		m.spans = append(m.spans, Span{from + found[0][0], from + found[len(found)-1][1]})
	}
}
