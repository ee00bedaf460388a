package badlayout

import (
	"regexp"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/calendar/layout/reach"
)

// A flaw is that a layout does not do what it is for.
type flaw struct {
	meant string // a layout that does
	only  bool   // and no other is likely
	use   reach.Use
	// swapped says that day and month have each other's place: no mistake
	// in a table that has the right order as well.
	swapped bool
	// bare says that a 12-hour clock lacks AM and PM, which may be printed
	// apart.
	bare bool
}

// always is the use of what is wrong in any use.
const always = reach.Parse | reach.Print

// A form is a layout taken apart.
type form struct {
	text   string
	chunks []layout.Chunk
	fields layout.Set
}

// maxLayout is the length of a text, in bytes, above which it is not taken for
// a layout.
const maxLayout = 60

var word = regexp.MustCompile(`[\w[:^ascii:]]+`) // as triggers have it

// hasWord reports whether a text has one of the words of the check.
func hasWord(text string) bool {
	return slices.ContainsFunc(word.FindAllString(text, -1), func(w string) bool { return slices.Contains(words, w) })
}

// flawOf returns what is wrong with a layout, if anything is.
func flawOf(text string) (flaw, bool) {
	if len(text) > maxLayout || !hasWord(text) {
		return flaw{}, false
	}
	f := &form{text, layout.Split(text), layout.Fields(text)}
	for _, rule := range []func(*form) (flaw, bool){
		exampleDate, dateOrder, noMonth, exampleHour, clockParts, compactClock, zoneDigits, fractionDigits, twelveHours, halfOfDay,
	} {
		if found, ok := rule(f); ok && found.meant != text {
			found.only = found.only && !f.hasDigits()
			return found, true
		}
	}
	return flaw{}, false
}

// hasDigits reports whether the layout prints digits of its own, so that more
// of it may be an example.
func (f *form) hasDigits() bool {
	return slices.ContainsFunc(f.chunks, func(c layout.Chunk) bool {
		return c.Field == layout.Text && strings.ContainsAny(c.Text, "0123456789")
	})
}

// with returns the layout with other texts for some of its chunks.
func (f *form) with(texts map[int]string) string {
	var b strings.Builder
	for i, c := range f.chunks {
		if text, ok := texts[i]; ok {
			b.WriteString(text)
		} else {
			b.WriteString(c.Text)
		}
	}
	return b.String()
}

// replace returns the layout with text for what is at [from, to).
func (f *form) replace(from, to int, text string) string {
	return f.text[:from] + text + f.text[to:]
}

// maxGap is the length of what separates two fields of one date: "2, 2006".
const maxGap = 2

// date returns the chunks of the date in the layout and the kinds of its
// fields: Y, M, N for the name of a month, D. It is nil if there is not
// exactly one run of such fields.
func (f *form) date() (chunks []int, kinds string) {
	last := -1 // chunk that a field of the run may follow
	for i, c := range f.chunks {
		kind := kindOf(c)
		switch {
		case kind != "" && (last == i || chunks == nil):
			chunks = append(chunks, i)
			kinds += kind
			last = i + 1
		case kind != "":
			return nil, ""
		case last == i && c.Field == layout.Text && len(c.Text) <= maxGap && strings.Trim(c.Text, " -/.,") == "":
			last = i + 1
		}
	}
	return chunks, kinds
}

func kindOf(c layout.Chunk) string {
	switch c.Field {
	case layout.Year:
		return "Y"
	case layout.Day:
		return "D"
	case layout.Month:
		if c.Text[0] == 'J' {
			return "N"
		}
		return "M"
	}
	return ""
}

// The number of a month for that of a day, written alike, and the reverse.
var (
	monthFor = map[string]string{"02": "01", "2": "1", "_2": "1"}
	dayFor   = map[string]string{"01": "02", "1": "2"}
)

// dateOrder finds a number that stands where the other of day and month
// belongs.
func dateOrder(f *form) (flaw, bool) {
	at, kinds := f.date()
	text := func(i int) string { return f.chunks[at[i]].Text }
	as := func(i int, table map[string]string) map[int]string { return map[int]string{at[i]: table[text(i)]} }
	switch kinds {
	case "YDM":
		swap := as(1, monthFor)
		swap[at[2]] = dayFor[text(2)]
		return flaw{meant: f.with(swap), only: text(1) != "_2", use: always, swapped: true}, true
	case "YMM", "YNM":
		return f.dayAt(at[2], dayFor)
	case "NMY":
		return f.dayAt(at[1], dayFor)
	case "MNY":
		found, ok := f.dayAt(at[0], dayFor)
		if f.isMonthLabel(at[0], at[1]) {
			found.use = reach.Parse
		}
		return found, ok
	case "NM":
		if f.fields.Has(layout.Minute) {
			return f.dayAt(at[1], dayFor)
		}
	case "MMY":
		found, ok := f.dayAt(at[0], dayFor)
		found.only = false // or the second is
		return found, ok
	case "YMY":
		if text(0) == "2006" && text(2) == "06" {
			return f.dayAt(at[2], map[string]string{"06": "02"})
		}
	case "YDD", "DDY":
		if !f.fields.Has(layout.Month) {
			month := at[1]
			return flaw{meant: f.with(map[int]string{month: monthFor[f.chunks[month].Text]}), use: always}, true
		}
	}
	return flaw{}, false
}

// isMonthLabel reports whether the number and the name of a month may be
// printed so that files sort by it: 01-January-06.
func (f *form) isMonthLabel(number, name int) bool {
	return f.chunks[name].Text == "January" && f.chunks[number+1].Text != " " && !f.fields.Has(layout.Minute)
}

// dayAt is the flaw of a layout without a day, which belongs in the place of a
// chunk.
func (f *form) dayAt(i int, table map[string]string) (flaw, bool) {
	if f.fields.Has(layout.Day, layout.YearDay) {
		return flaw{}, false
	}
	return flaw{meant: f.with(map[int]string{i: table[f.chunks[i].Text]}), only: true, use: always}, true
}

// noMonth finds a year and a day without a month.
func noMonth(f *form) (flaw, bool) {
	if !f.fields.Has(layout.Year) || !f.fields.Has(layout.Day) || f.fields.Has(layout.Month, layout.YearDay) {
		return flaw{}, false
	}
	for i, c := range f.chunks {
		if name, ok := map[string]string{"Mon": "Jan", "Monday": "January"}[c.Text]; ok {
			return flaw{meant: f.with(map[int]string{i: name}), use: always}, true
		}
	}
	if at, kinds := f.date(); kinds == "YD" || kinds == "DY" {
		day := at[strings.Index(kinds, "D")]
		return flaw{meant: f.with(map[int]string{day: monthFor[f.chunks[day].Text]}), use: always}, true
	}
	return flaw{}, false
}

var (
	yearFirst = regexp.MustCompile(`(?:^|\D)2006([-/.])(\d\d)([-/.])(\d\d)(?:\D|$)`)
	yearLast  = regexp.MustCompile(`(?:^|\D)(\d\d)([-/.])(\d\d)([-/.])2006(?:\D|$)`)
)

// exampleDate finds a date made of numbers that stand for parts of the clock:
// 2006-03-15 is no layout of a date, but an example of one.
func exampleDate(f *form) (flaw, bool) {
	if m := yearFirst.FindStringSubmatchIndex(f.text); m != nil && f.same(m, 2, 6) && f.isExample(m[4], m[8]) {
		return flaw{meant: f.replace(m[4], m[9], "01"+f.text[m[6]:m[7]]+"02"), only: true, use: always}, true
	}
	if m := yearLast.FindStringSubmatchIndex(f.text); m != nil && f.same(m, 4, 8) && f.isExample(m[2], m[6]) {
		return flaw{meant: f.replace(m[2], m[7], "02"+f.text[m[4]:m[5]]+"01"), use: always}, true
	}
	return flaw{}, false
}

// same reports whether two matches of one byte are equal.
func (f *form) same(m []int, i, j int) bool { return f.text[m[i]] == f.text[m[j]] }

// isExample reports whether one of the numbers at a and b is not meant to be
// printed as it stands, but neither month, day nor year, and the layout lacks
// a month or a day but for these.
func (f *form) isExample(a, b int) bool {
	clock := false
	rest := layout.Set(0)
	for _, c := range f.chunks {
		switch inside := c.Pos >= a && c.Pos < a+2 || c.Pos >= b && c.Pos < b+2; {
		case !inside:
			rest |= 1 << c.Field
		case c.Field != layout.Month && c.Field != layout.Day && c.Field != layout.Year && c.Field != layout.Text, len(c.Text) == 1 && c.Field != layout.Text:
			clock = true
		}
	}
	return clock && !rest.Has(layout.Month) && !rest.Has(layout.Day)
}
