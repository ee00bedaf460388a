package badlayout

import (
	"regexp"
	"strings"

	"github.com/leapguard/leapguard/internal/calendar/layout"
	"github.com/leapguard/leapguard/internal/calendar/layout/reach"
)

var clock = regexp.MustCompile(`(?:^|[^\d:+-]|[^\d:+-][Zz]?)(\d\d?):(\d\d)(?::(\d\d))?(?:[^\d:]|$)`)

// times returns the hour, minute and second of every clock in the layout, as
// offsets; that of the second is -1 where there is none.
func (f *form) times() [][3]int {
	var out [][3]int
	for _, m := range clock.FindAllStringSubmatchIndex(f.text, -1) {
		out = append(out, [3]int{m[2], m[4], m[6]})
	}
	return out
}

// hour returns the text of the hour of a clock.
func (f *form) hour(t [3]int) string { return f.text[t[0] : t[1]-1] }

func (f *form) two(at int) string { return f.text[at : at+2] }

// exampleHour finds an hour that is a number, but not one that stands for the
// hour: 14:04.
func exampleHour(f *form) (flaw, bool) {
	for _, t := range f.times() {
		hour := f.hour(t)
		if f.two(t[1]) != "04" || len(hour) != 2 {
			continue
		}
		example := hour >= "10" && hour <= "24" && hour != "15"
		other := (hour == "01" || hour == "02" || hour == "05") && !f.fields.Has(layout.Hour, layout.Hour12) && !f.dayBefore(t[0])
		if example || other {
			meant := "15"
			if f.fields.Has(layout.Half) {
				meant = "03"
			}
			return flaw{meant: f.replace(t[0], t[1]-1, meant), only: true, use: always}, true
		}
	}
	return flaw{}, false
}

// dayBefore reports whether the number at pos may be the last of a date or the
// minute after other numbers.
func (f *form) dayBefore(pos int) bool {
	return pos > 0 && strings.ContainsRune("/-.:", rune(f.text[pos-1]))
}

// clockParts finds minutes or seconds that are written as another field.
func clockParts(f *form) (flaw, bool) {
	for _, t := range f.times() {
		if hour := f.hour(t); hour != "15" && hour != "03" && hour != "3" {
			continue
		}
		minute, second := f.two(t[1]), ""
		if t[2] >= 0 {
			second = f.two(t[2])
		}
		switch {
		case minute == "05" && second == "04":
			return flaw{meant: f.replace(t[1], t[2]+2, "04:05"), only: true, use: always}, true
		case minute != "04" && !f.fields.Has(layout.Minute) && isNumber(minute) && (second == "" || second == "05"):
			return flaw{meant: f.replace(t[1], t[1]+2, "04"), only: true, use: always}, true
		case minute == "04" && second != "" && second != "05" && !f.fields.Has(layout.Second) && isNumber(second):
			return flaw{meant: f.replace(t[2], t[2]+2, "05"), only: true, use: always}, true
		}
	}
	return flaw{}, false
}

// isNumber reports whether some of the digits stand for a field.
func isNumber(digits string) bool {
	return layout.Fields(digits) != 0
}

var compact = regexp.MustCompile(`2006-?01-?02[T_ -]?(\d\d)(\d\d)(\d\d)?(?:\D|$)`)

// compactClock finds an hour, minutes or seconds that are written as another
// field in a compact layout: 20060102140405, 20060102150105, 20060102150406.
func compactClock(f *form) (flaw, bool) {
	m := compact.FindStringSubmatchIndex(f.text)
	if m == nil {
		return flaw{}, false
	}
	hour, minute, second := f.two(m[2]), f.two(m[4]), "05"
	if m[6] >= 0 {
		second = f.two(m[6])
	}
	right := hour == "15" || hour == "03"
	switch {
	case minute == "04" && right && second != "05" && isNumber(second) && !f.fields.Has(layout.Second):
		return flaw{meant: f.replace(m[6], m[7], "05"), only: true, use: always}, true
	case second != "05":
	case minute == "04" && !right && isNumber(hour):
		return flaw{meant: f.replace(m[2], m[3], "15"), only: true, use: always}, true
	case minute != "04" && right && isNumber(minute) && !f.fields.Has(layout.Minute):
		return flaw{meant: f.replace(m[4], m[5], "04"), only: true, use: always}, true
	}
	return flaw{}, false
}

var zone = regexp.MustCompile(`04(?::?05(?:[.,](?:0+|9+))?)? ?([+-]0[1-5](:?)00)(?:[^\d:]|$)`)

// zoneDigits finds a zone offset that is an example of one, the digits of
// which stand for other fields: 15:04:05-05:00.
func zoneDigits(f *form) (flaw, bool) {
	m := zone.FindStringSubmatchIndex(f.text)
	if m == nil || f.fields.Has(layout.Zone) {
		return flaw{}, false
	}
	return flaw{meant: f.replace(m[2], m[3], "-07"+f.text[m[4]:m[5]]+"00"), only: true, use: always}, true
}

var fraction = regexp.MustCompile(`05[.,](\d{3}|\d{6}|\d{9})(?:\D|$)`)

// fractionDigits finds a fraction of a second that is not all zeros or all
// nines: 05.001, where 01 is the month.
func fractionDigits(f *form) (flaw, bool) {
	m := fraction.FindStringSubmatchIndex(f.text)
	if m == nil {
		return flaw{}, false
	}
	digits := f.text[m[2]:m[3]]
	fields := layout.Fields(digits)
	if fields == 0 || fields.Has(layout.Year, layout.Fraction) {
		return flaw{}, false
	}
	return flaw{meant: f.replace(m[2], m[3], strings.Repeat("0", len(digits))), use: always}, true
}

// twelveHours finds the 12-hour clock without AM and PM. Hours and minutes
// alone may be the face of a clock.
func twelveHours(f *form) (flaw, bool) {
	if f.fields.Has(layout.Hour, layout.Half) {
		return flaw{}, false
	}
	for i, c := range f.chunks {
		if c.Field != layout.Hour12 || !f.minuteAfter(i) {
			continue
		}
		if !f.fields.Has(layout.Day, layout.Second) || c.Text == "3" && !f.fields.Has(layout.Year) {
			return flaw{}, false
		}
		found := flaw{meant: f.with(map[int]string{i: "15"}), use: reach.Print, bare: true}
		_, kinds := f.date()
		if c.Text == "03" && len(kinds) == 3 && f.fields.Has(layout.Second) {
			found.use = always
			found.only = kinds == "YMD"
		}
		return found, true
	}
	return flaw{}, false
}

// minuteAfter reports whether minutes stand behind the chunk of an hour, as in
// 03:04, 03.04 or 0304, and no number before it.
func (f *form) minuteAfter(i int) bool {
	if i > 0 && f.chunks[i-1].Field == layout.Text {
		if last := f.chunks[i-1].Text; '0' <= last[len(last)-1] && last[len(last)-1] <= '9' {
			return false
		}
	}
	rest := f.chunks[i+1:]
	if len(rest) > 1 && rest[0].Field == layout.Text && strings.Trim(rest[0].Text, ":.-_h") == "" {
		rest = rest[1:]
	}
	return len(rest) > 0 && rest[0].Text == "04"
}

// halfOfDay finds AM and PM behind the 24-hour clock. Parsing such text works.
func halfOfDay(f *form) (flaw, bool) {
	if !f.fields.Has(layout.Half) || !f.fields.Has(layout.Hour) || f.fields.Has(layout.Hour12) {
		return flaw{}, false
	}
	for i, c := range f.chunks {
		if c.Field == layout.Hour {
			return flaw{meant: f.with(map[int]string{i: "03"}), use: reach.Print}, true
		}
	}
	return flaw{}, false
}
