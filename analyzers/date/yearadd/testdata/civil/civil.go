// Package civil adds years to dates in structs.
package civil

import "time"

type date struct {
	Year  int
	Month time.Month
	Day   int
}

type message struct {
	Year, Month, Day int32
	sizeCache        int32
}

type contract struct {
	name string
	end  date
	sent *message
}

var last date

func literal(t time.Time) date {
	return date{Year: t.Year() + 1, Month: t.Month(), Day: t.Day()} // want `date{Year: t\.Year\(\) \+ 1, Month: t\.Month\(\), Day: t\.Day\(\)} on 29 February 2028 is 29 February 2029, which does not exist`
}

func pointer(t time.Time) *message {
	return &message{Year: int32(t.Year()) - 1, Month: int32(t.Month()), Day: int32(t.Day())} // want `on 29 February 2028 is 29 February 2027, which does not exist`
}

func positional(t time.Time) date {
	y, m, d := t.Date()
	y += 2
	return date{y, m, d} // want `date{y, m, d} on 29 February 2028 is 29 February 2030, which does not exist`
}

func increment(d date) date {
	d.Year++ // want `d\.Year\+\+ on 29 February 2028 is 29 February 2029, which does not exist`
	return d
}

func assigned(d date) date {
	d.Year = d.Year + 1 // want `d\.Year = d\.Year \+ 1 on 29 February 2028 is 29 February 2029`
	return d
}

func years(d *date, n int) {
	d.Year += n // want `d\.Year \+= n for 1 as the number of years on 29 February 2028 is 29 February 2029`
	last = *d
}

func copied(d date) date {
	next := date{Year: d.Year + 1, Month: d.Month, Day: d.Day} // want `on 29 February 2028 is 29 February 2029`
	return next
}

func stored(c *contract, t time.Time) {
	c.end = date{t.Year() + 1, t.Month(), t.Day()} // want `is 29 February 2029`
}

func nested(t time.Time) contract {
	return contract{name: "rent", end: date{t.Year() + 1, t.Month(), t.Day()}} // want `is 29 February 2029`
}

func nestedPointer(t time.Time) *contract {
	c := &contract{name: "rent"}
	c.sent = &message{Year: int32(t.Year() + 1), Month: int32(t.Month()), Day: int32(t.Day())} // want `is 29 February 2029`
	return c
}

func sent(t time.Time, out chan<- date) {
	out <- date{t.Year() + 1, t.Month(), t.Day()} // want `is 29 February 2029`
}

type store interface{ Save(any) error }

func passed(s store, t time.Time) error {
	return s.Save(date{t.Year() + 1, t.Month(), t.Day()}) // want `is 29 February 2029`
}

func inMap(m map[string]date, t time.Time) {
	m["next"] = date{t.Year() + 1, t.Month(), t.Day()} // want `is 29 February 2029`
}

func listed(t time.Time) (out []date) {
	for i := range 3 {
		out = append(out, date{t.Year() + i, t.Month(), t.Day()}) // want `is 29 February 2029`
	}
	return out
}

func newDate(y int, m time.Month, d int) date { return date{y, m, d} }

func constructor(t time.Time) date {
	return newDate(t.Year()+1, t.Month(), t.Day()) // want `newDate\(t\.Year\(\) \+ 1, t\.Month\(\), t\.Day\(\)\) on 29 February 2028 is 29 February 2029`
}

func made(t time.Time) *date {
	d := newDate(t.Year(), t.Month(), t.Day())
	d.Year++ // want `is 29 February 2029`
	return &d
}

func four(t time.Time) date {
	return date{t.Year() + 4, t.Month(), t.Day()} // want `on 29 February 2096 is 29 February 2100`
}

func anonymous(t time.Time) any {
	return struct{ Year, Month, Day int }{t.Year() + 1, int(t.Month()), t.Day()} // want `is 29 February 2029`
}

// wrongGuard asks whether the old year is a leap year.
func wrongGuard(d date) date {
	d.Year++ // want `is 29 February 2029`
	if d.Month == 2 && d.Day == 29 && (d.Year-1)%4 != 0 {
		d.Day = 28
	}
	return d
}

func toTime(d date) time.Time {
	return time.Date(d.Year+1, d.Month, d.Day, 0, 0, 0, 0, time.UTC) // want `time\.Date\(d\.Year \+ 1, d\.Month, d\.Day, \.\.\.\) on 29 February 2028 gives 1 March 2029`
}

func (d *date) addYears(n int) {
	d.Year += n // want `d\.Year \+= n for 1 as the number of years on 29 February 2028 is 29 February 2029`
}

func (c *contract) prolong() {
	c.end.Year++ // want `c\.end\.Year\+\+ on 29 February 2028 is 29 February 2029`
}

func (c *contract) renew(t time.Time) {
	c.end.Year, c.end.Month, c.end.Day = t.Year()+1, t.Month(), t.Day() // want `is 29 February 2029`
}
