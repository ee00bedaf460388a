package output

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/leapguard/leapguard/internal/finding"
)

const (
	tabWidth = 4
	// maxLines is how many lines of a range are shown: all but the last of
	// them from its start, and its last line.
	maxLines = 4
	// A line longer than maxBytes is cut to that, beginning leadBytes before
	// the range.
	maxBytes  = 240
	leadBytes = 60
)

// A row is a line of source as a terminal shows it, and the columns of the
// terminal, from 0 and end exclusive, that belong to the range.
type row struct {
	number   int // line number; 0 stands for lines left out
	text     string
	from, to int
}

// frame returns the rows of a range, none where the file cannot be read or has
// no such line.
func frame(src *sources, r finding.Range) []row {
	endLine, endColumn := last(r)
	var rows []row
	for number := r.Line; number <= endLine; number++ {
		if number-r.Line == maxLines-1 && number < endLine {
			rows = append(rows, row{})
			number = endLine
		}
		line, ok := src.line(r.File, number)
		if !ok {
			return nil
		}
		from, to := len(line)-len(strings.TrimLeft(line, " \t")), len(line)
		if number == r.Line {
			from = min(max(r.Column-1, 0), len(line))
		}
		if number == endLine && endColumn > 0 {
			to = min(endColumn-1, len(line))
		}
		shown := layout(mask(line, src.secrets(r.File, number), from, max(from, to)))
		shown.number = number
		rows = append(rows, shown)
	}
	return rows
}

// last returns the last line that has a part in a range, and the column, end
// exclusive, up to which it has, 0 for the whole line.
func last(r finding.Range) (line, column int) {
	line, column = end(r)
	if line > r.Line && column <= 1 { // ends with a newline
		return line - 1, 0
	}
	return line, column
}

// mask replaces spans of a line, which are in order, and moves the range from
// from, inclusive, to to, exclusive, with the text: one that begins or ends
// within a span covers the mask.
func mask(line string, spans []finding.Span, from, to int) (string, int, int) {
	newFrom, newTo, shown := from, to, 0
	var out strings.Builder
	for _, s := range spans {
		out.WriteString(line[shown:s.Start])
		begin := out.Len()
		out.WriteString(finding.Mask)
		shown = s.End
		// Where the text of the line behind the span lies now.
		behind := out.Len() - s.End
		switch {
		case from >= s.End:
			newFrom = from + behind
		case from > s.Start:
			newFrom = begin
		}
		switch {
		case to >= s.End:
			newTo = to + behind
		case to > s.Start:
			newTo = out.Len()
		}
	}
	out.WriteString(line[shown:])
	return out.String(), newFrom, newTo
}

// layout shows a line of which the bytes from, inclusive, to to, exclusive,
// are to be underlined; at least one column is.
func layout(line string, from, to int) row {
	line, from, to = clip(line, from, to)
	var shown row
	var text strings.Builder
	width := 0
	for i, c := range line {
		if i <= from {
			shown.from = width
		}
		if i <= to {
			shown.to = width
		}
		s, w := cell(c, width)
		text.WriteString(s)
		width += w
	}
	if from >= len(line) {
		shown.from = width
	}
	if to >= len(line) {
		shown.to = width
	}
	shown.to = max(shown.to, shown.from+1)
	shown.text = strings.TrimRight(text.String(), " ")
	return shown
}

// clip cuts a long line to the neighbourhood of a range.
func clip(line string, from, to int) (string, int, int) {
	const mark = finding.Mask
	if len(line) <= maxBytes {
		return line, from, to
	}
	begin := 0
	if from > 2*leadBytes {
		begin = runeStart(line, from-leadBytes)
	}
	stop := len(line)
	if stop-begin > maxBytes {
		stop = runeStart(line, begin+maxBytes)
	}
	cut := line[begin:stop]
	from, to = from-begin, min(to, stop)-begin
	if begin > 0 {
		cut = mark + cut
		from, to = from+len(mark), to+len(mark)
	}
	if stop < len(line) {
		cut += mark
	}
	return cut, from, to
}

func runeStart(s string, i int) int {
	for i > 0 && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}

// cell returns how a character is shown in a column of a terminal, and how
// many columns it takes there. What could move the cursor or reorder the line
// is replaced.
func cell(c rune, column int) (string, int) {
	switch {
	case c == '\t':
		n := tabWidth - column%tabWidth
		return strings.Repeat(" ", n), n
	case unicode.In(c, unicode.Mn, unicode.Me):
		return string(c), 0
	case !unicode.IsPrint(c) && !unicode.Is(unicode.Zs, c):
		return string(unicode.ReplacementChar), 1
	case isWide(c):
		return string(c), 2
	}
	return string(c), 1
}

// isWide reports whether terminals show a character in two columns: those of
// property W or F in Unicode's EastAsianWidth.txt, by block.
func isWide(c rune) bool {
	switch {
	case c < 0x1100:
		return false
	case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
		return c < 0xff61 || c > 0xffdc // the half-width forms
	case 0x3000 <= c && c <= 0x303e, // CJK punctuation
		0x30fb <= c && c <= 0x30fc, // Katakana marks of no script
		0xff01 <= c && c <= 0xff60, // full-width forms
		0xffe0 <= c && c <= 0xffe6,
		0x1f300 <= c && c <= 0x1f64f, // pictographs
		0x1f680 <= c && c <= 0x1f6ff,
		0x1f900 <= c && c <= 0x1f9ff:
		return true
	}
	return false
}
