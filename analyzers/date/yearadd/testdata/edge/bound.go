package edge

import "time"

type parts struct {
	year, day int
	month     time.Month
}

func (p *parts) date() time.Time { return time.Date(p.year, p.month, p.day, 0, 0, 0, 0, time.UTC) }

// bound makes the date by a method value, whose receiver holds the parts.
func bound(t time.Time) time.Time {
	p := &parts{t.Year() + 1, t.Day(), t.Month()}
	make := p.date
	return make() // want `on 29 February 2028 gives 1 March 2029`
}
