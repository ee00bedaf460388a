// Package civilgood holds structs with years that are right, and look-alikes.
package civilgood

import (
	"errors"
	"log"
	"time"
)

type date struct {
	Year  int
	Month time.Month
	Day   int
}

func (d date) IsValid() bool { return of(d.in()) == d }

func of(t time.Time) date {
	y, m, d := t.Date()
	return date{y, m, d}
}

func (d date) in() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

type calendar interface{ Exists(date) bool }

var errNone = errors.New("no such day")

func same(t time.Time) date { return date{t.Year(), t.Month(), t.Day()} }

func first(t time.Time) date { return date{t.Year() + 1, t.Month(), 1} }

func newYear(t time.Time) date { return date{t.Year() + 1, time.January, t.Day()} }

func fourCenturies(t time.Time) date { return date{t.Year() + 400, t.Month(), t.Day()} }

func clamped(d date) date {
	d.Year++
	if d.Month == time.February && d.Day == 29 {
		d.Day = 28
	}
	return d
}

func isLeap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func leap(d date, n int) date {
	d.Year += n
	if d.Month == 2 && d.Day == 29 && !isLeap(d.Year) {
		d.Month, d.Day = 3, 1
	}
	return d
}

func valid(t time.Time) (date, error) {
	d := date{t.Year() + 1, t.Month(), t.Day()}
	if !d.IsValid() {
		return date{}, errNone
	}
	return d, nil
}

func asked(c calendar, d date) (date, error) {
	d.Year++
	if !c.Exists(d) {
		return date{}, errNone
	}
	return d, nil
}

func askedBefore(c calendar, d date) (date, error) {
	if c.Exists(d) {
		d.Year++
	}
	return d, nil
}

func normalize(d *date) {
	t := d.in()
	d.Year, d.Month, d.Day = t.Date()
}

// normalized is no better than time.Date.
func normalized(d date) date {
	d.Year++
	normalize(&d) // want `normalize\(&d\) on 29 February 2028 gives 1 March 2029`
	return d
}

func logged(t time.Time) { log.Println(date{t.Year() + 1, t.Month(), t.Day()}) }

func discarded(d date) int {
	d.Year++
	return d.Year
}

func compared(a, b date) bool {
	a.Year += 18
	return a.Year < b.Year || a.Year == b.Year && (a.Month < b.Month || a.Month == b.Month && a.Day <= b.Day)
}

func equal(a, b date) bool {
	a.Year++
	return a == b
}

// next is compared by its only caller.
func next(d date) date {
	d.Year++
	return d
}

func anniversary(d, today date) bool { return next(d) == today }

// A broken down time counts years from 1900.
type tm struct{ Year, Month, Day int }

func brokenDown(t time.Time) tm { return tm{t.Year() - 1900, int(t.Month()), t.Day()} }

func buddhist(t time.Time) tm { return tm{t.Year() + 543, int(t.Month()), t.Day()} }

type age struct{ Year, Month, Day int }

func ageOf(t time.Time, years int) age { return age{t.Year() - years, int(t.Month()), t.Day()} }

type LunarDate struct{ Year, Month, Day int }

func (l LunarDate) Next() LunarDate {
	l.Year++
	return l
}

// A setting is no date.
type setting struct {
	Year, Month, Day bool
}

func other(t time.Time, birth date) date {
	return date{t.Year() + 1, birth.Month, birth.Day}
}

func mixed(d date, t time.Time) date {
	d.Year = t.Year() + 1
	return d
}

func lastOfMonth(t time.Time) date {
	t = time.Date(t.Year(), t.Month()+1, 0, 0, 0, 0, 0, time.UTC).AddDate(0, 0, 1)
	return date{t.Year() + 1, t.Month(), 1}
}

// within the time.Date form, once.
func converted(t time.Time) time.Time {
	d := date{t.Year() + 1, t.Month(), t.Day()}
	return d.in() // want `d\.in\(\) on 29 February 2028 gives 1 March 2029`
}

func (d *date) next() {
	d.Year++
	if d.Month == 2 && d.Day == 29 {
		d.Day = 28
	}
}

func (d *date) carry() {
	if d.Month++; d.Month > 12 {
		d.Month = 1
		d.Year++
	}
}

func (d *date) move(years int) { d.Year += years }

func (d *date) Clamp() {
	if d.Month == 2 && d.Day == 29 && !isLeap(d.Year) {
		d.Day = 28
	}
}

func moveAndClamp(d *date) {
	d.move(1)
	d.Clamp()
}

var lengths = [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func daysIn(m time.Month, y int) int {
	if m == time.February && isLeap(y) {
		return 29
	}
	return lengths[m-1]
}

func minInt(a, b int) int {
	if a < b {
		return a
	}
	return b
}

func (d date) AddYears(years int) date {
	month, year := d.Month, d.Year+years
	return date{Year: year, Month: month, Day: minInt(d.Day, daysIn(month, year))}
}

func (d date) AddYearsStdlib(years int) date {
	t := d.in().AddDate(years, 0, 0)
	return date{t.Year(), t.Month(), t.Day()}
}

func (d date) AddMonth() date {
	if d.Month == time.December {
		return date{Year: d.Year + 1, Month: time.January, Day: d.Day}
	}
	return date{Year: d.Year, Month: d.Month + 1, Day: d.Day}
}

func (d date) AddMonths(n int) date {
	months := d.Year*12 + int(d.Month) - 1 + n
	return date{Year: months / 12, Month: time.Month(months%12 + 1), Day: minInt(d.Day, 28)}
}
