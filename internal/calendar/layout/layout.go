// Package layout takes the layouts of package time apart, as time.Format and
// time.Parse do.
package layout

import "strings"

// A Field is what a chunk of a layout stands for.
type Field uint8

// The fields.
const (
	Text Field = iota // stands for itself
	Year
	Month
	Weekday
	Day
	YearDay
	Hour
	Hour12
	Minute
	Second
	Fraction // of a second
	Half     // AM or PM
	Zone
)

// A Chunk is a part of a layout.
type Chunk struct {
	Field Field
	Text  string // as it stands in the layout
	Pos   int    // offset in the layout, in bytes
}

// A token is a text that stands for a field. Of those that begin alike, the
// longest comes first.
type token struct {
	text  string
	field Field
	// word says that a lower-case letter behind it makes it plain text.
	word bool
}

// tokens are those of nextStdChunk in package time's format.go, but for
// fractions.
var tokens = []token{
	{"January", Month, false}, {"Jan", Month, true},
	{"Monday", Weekday, false}, {"Mon", Weekday, true}, {"MST", Zone, false},
	{"002", YearDay, false},
	{"01", Month, false}, {"02", Day, false}, {"03", Hour12, false}, {"04", Minute, false},
	{"05", Second, false}, {"06", Year, false},
	{"15", Hour, false}, {"1", Month, false},
	{"2006", Year, false}, {"2", Day, false},
	{"__2", YearDay, false}, {"_2", Day, false},
	{"3", Hour12, false}, {"4", Minute, false}, {"5", Second, false},
	{"PM", Half, false}, {"pm", Half, false},
	{"-070000", Zone, false}, {"-07:00:00", Zone, false}, {"-0700", Zone, false},
	{"-07:00", Zone, false}, {"-07", Zone, false},
	{"Z070000", Zone, false}, {"Z07:00:00", Zone, false}, {"Z0700", Zone, false},
	{"Z07:00", Zone, false}, {"Z07", Zone, false},
}

// Split takes a layout apart. The texts of the chunks make up the layout.
func Split(layout string) []Chunk {
	var chunks []Chunk
	text := 0 // where plain text began
	for i := 0; i < len(layout); {
		n, field := match(layout[i:])
		if n == 0 {
			i++
			continue
		}
		if text < i {
			chunks = append(chunks, Chunk{Text, layout[text:i], text})
		}
		chunks = append(chunks, Chunk{field, layout[i : i+n], i})
		i += n
		text = i
	}
	if text < len(layout) {
		chunks = append(chunks, Chunk{Text, layout[text:], text})
	}
	return chunks
}

// match returns the length and the field of the token that s begins with; 0
// for plain text.
func match(s string) (int, Field) {
	if strings.HasPrefix(s, "_2006") { // a literal _
		return 0, Text
	}
	for _, t := range tokens {
		if strings.HasPrefix(s, t.text) && !(t.word && startsLower(s[len(t.text):])) {
			return len(t.text), t.field
		}
	}
	return fraction(s), Fraction
}

func startsLower(s string) bool { return s != "" && 'a' <= s[0] && s[0] <= 'z' }

// fraction returns the length of a fraction of a second: a dot or comma, and
// zeros or nines which no digit follows.
func fraction(s string) int {
	if len(s) < 2 || s[0] != '.' && s[0] != ',' || s[1] != '0' && s[1] != '9' {
		return 0
	}
	n := 1
	for n < len(s) && s[n] == s[1] {
		n++
	}
	if n < len(s) && '0' <= s[n] && s[n] <= '9' {
		return 0
	}
	return n
}

// A Set is a set of fields.
type Set uint16

// Fields returns the fields of a layout.
func Fields(layout string) Set {
	var s Set
	for _, c := range Split(layout) {
		if c.Field != Text {
			s |= 1 << c.Field
		}
	}
	return s
}

// Has reports whether the set has one of the fields.
func (s Set) Has(fields ...Field) bool {
	for _, f := range fields {
		if s&(1<<f) != 0 {
			return true
		}
	}
	return false
}
