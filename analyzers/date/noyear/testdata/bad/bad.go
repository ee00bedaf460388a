// Package bad puts the current year into times that were read without one.
package bad

import "time"

func added(line string) (time.Time, error) {
	t, err := time.Parse(time.Stamp, line[:15])
	if err != nil {
		return t, err
	}
	return t.AddDate(time.Now().Year(), 0, 0), nil // want `t.AddDate\(time.Now\(\).Year\(\), 0, 0\) turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}

func made(line string, loc *time.Location) time.Time {
	now := time.Now().In(loc)
	t, _ := time.ParseInLocation("02/01 15:04", line, loc)
	return time.Date(now.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, loc) // want `time.Date\(now.Year\(\), t.Month\(\), t.Day\(\), ...\) turns "31/12 17:48", read on 1 January 2027, into 31 December 2027`
}

const layout = "Jan 2 15:04:05.000"

func variable(line string) time.Time {
	year := time.Now().Year()
	t, _ := time.Parse(layout, line)
	t = t.UTC()
	return t.AddDate(year, 0, 0) // want `t.AddDate\(year, 0, 0\) turns "Dec 31 17:48:39.000", read on`
}

func parts(line string) time.Time {
	year, _, _ := time.Now().Date()
	t, _ := time.Parse(layout, line)
	return t.AddDate(year, 0, 0) // want `t.AddDate\(year, 0, 0\) turns "Dec 31 17:48:39.000", read on`
}

type parser struct {
	clock func() time.Time
	last  time.Time
}

// The layout is not known, but the year is missing.
func (p *parser) missing(layout, value string) time.Time {
	t, err := time.Parse(layout, value)
	if err == nil && t.Year() == 0 {
		t = t.AddDate(p.clock().Year(), 0, 0) // want `t.AddDate\(p.clock\(\).Year\(\), 0, 0\) turns 31 December, read on 1 January 2027, into 31 December 2027`
	}
	return t
}

// The time of one line stands in for that of the next without.
func (p *parser) lines(lines []string) []time.Time {
	at := p.clock()
	var out []time.Time
	for _, line := range lines {
		t, err := time.Parse(time.StampMilli, line)
		if err != nil {
			continue
		}
		at = t.AddDate(at.Year(), 0, 0) // want `t.AddDate\(at.Year\(\), 0, 0\) turns "Dec 31 17:48:39.000", read on`
		out = append(out, at)
	}
	return out
}

// What is too old is left out, what is from the future is not.
func recent(line string, cutoff time.Time) bool {
	t, err := time.Parse(time.Stamp, line)
	if err != nil {
		return false
	}
	t = t.AddDate(time.Now().Year(), 0, 0) // want `turns "Dec 31 17:48:39", read on`
	return !t.Before(cutoff)
}
