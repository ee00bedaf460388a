// Package bad adds years to dates.
package bad

import (
	"fmt"
	"strconv"
	"time"
)

func direct(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(t\.Year\(\) \+ 1, t\.Month\(\), t\.Day\(\), \.\.\.\) on 29 February 2028 gives 1 March 2029`
}

func locals(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y+2, m, d, 0, 0, 0, 0, time.UTC) // want `29 February 2028 gives 1 March 2030`
}

func increment() time.Time {
	y, m, d := time.Now().UTC().Date()
	y++
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func minus(t time.Time) time.Time {
	return time.Date(t.Year()-1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `29 February 2028 gives 1 March 2027`
}

func three() time.Time {
	return time.Date(time.Now().Year()-30, time.Now().Month(), time.Now().Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 1998`
}

func years(t time.Time, n int) time.Time {
	return time.Date(t.Year()+n, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `for 1 as the number of years on 29 February 2028 gives 1 March 2029`
}

func four(t time.Time) time.Time {
	return time.Date(t.Year()+4, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `29 February 2096 gives 1 March 2100`
}

func loop(t time.Time) (out []time.Time) {
	for i := range 10 {
		out = append(out, time.Date(t.Year()+i, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)) // want `gives 1 March 2029`
	}
	return out
}

type civil struct{ Year, Month, Day int }

func fields(t time.Time) time.Time {
	c := civil{t.Year(), int(t.Month()), t.Day()}
	c.Year++
	return time.Date(c.Year, time.Month(c.Month), c.Day, 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func (c civil) time() time.Time {
	return time.Date(c.Year, time.Month(c.Month), c.Day, 0, 0, 0, 0, time.UTC)
}

func viaMethod(t time.Time) time.Time {
	c := &civil{t.Year(), int(t.Month()), t.Day()}
	c.Year += 1
	return c.time() // want `c\.time\(\) on 29 February 2028 gives 1 March 2029`
}

func nextYear(t time.Time) int { return t.Year() + 1 }

func helper(t time.Time) time.Time {
	return time.Date(nextYear(t), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func day(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.Local) }

func wrapper(t time.Time) time.Time {
	return day(t.Year()+1, t.Month(), t.Day()) // want `day\(t\.Year\(\) \+ 1, t\.Month\(\), t\.Day\(\)\) on 29 February 2028 gives 1 March 2029`
}

func asValue(t time.Time) time.Time {
	date := time.Date
	return date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func constant() time.Time {
	t := time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `29 February 2024 gives 1 March 2025`
}

func text(t time.Time) (time.Time, error) {
	s := fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day()) // want `on 29 February 2028 is "2029-02-29", which time.Parse rejects`
	return time.Parse("2006-01-02", s)
}

func concat(t time.Time) (time.Time, error) {
	return time.Parse("2006-01-02", strconv.Itoa(t.Year()+1)+t.Format("-01-02")) // want `is "2029-02-29", which time.Parse rejects`
}

func parse(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		panic(err)
	}
	return t
}

func textHelper(t time.Time) time.Time {
	return parse(fmt.Sprintf("%04d-%02d-%02dT00:00:00Z", t.Year()+1, t.Month(), t.Day())) // want `is "2029-02-29T00:00:00Z", which parse rejects`
}

func wrongGuard(t time.Time, n int) time.Time {
	y, m, d := t.Year()+n, t.Month(), t.Day()
	if m == 2 && d == 29 && y%4 == 0 {
		d = 28
	}
	return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}
