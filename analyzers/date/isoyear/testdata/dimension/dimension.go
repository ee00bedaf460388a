// Package dimension holds rows of a calendar: the year there is that of the
// date.
package dimension

import (
	"strconv"
	"strings"
	"time"
)

type row struct {
	Date                   time.Time
	Year, Week, Month, Day int
}

func full(t time.Time) row {
	_, week := t.ISOWeek()
	return row{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Week: week}
}

func dated(t time.Time) row {
	_, week := t.ISOWeek()
	return row{Date: t, Year: t.Year(), Week: week}
}

func widget(t time.Time) row {
	year, week := t.ISOWeek()
	return row{Year: year, Week: week, Month: int(t.Month()), Day: t.Day()}
}

// strftime writes one part at a time.
func strftime(format string, t time.Time) string {
	var b strings.Builder
	for _, c := range format {
		switch c {
		case 'Y':
			b.WriteString(strconv.Itoa(t.Year()))
		case 'G':
			year, _ := t.ISOWeek()
			b.WriteString(strconv.Itoa(year))
		case 'V':
			_, week := t.ISOWeek()
			b.WriteString(strconv.Itoa(week))
		case 'm':
			b.WriteString(strconv.Itoa(int(t.Month())))
		}
	}
	return b.String()
}

func replaced(format string, t time.Time) string {
	_, week := t.ISOWeek()
	return strings.NewReplacer("%Y", strconv.Itoa(t.Year()), "%V", strconv.Itoa(week)).Replace(format)
}
