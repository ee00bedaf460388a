// Package edge holds look-alikes and odd spellings.
package edge

import (
	"errors"
	"fmt"
	"log"
	"strings"
	"time"
	. "time"
)

var errLeap = errors.New("leap day")

func dot(t Time) Time {
	return Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, UTC) // want `Date\(t\.Year\(\) \+ 1, t\.Month\(\), t\.Day\(\), \.\.\.\) on 29 February 2028`
}

// Only the months after June belong to the next fiscal year.
func fiscal(t time.Time) time.Time {
	y := t.Year()
	if t.Month() > time.June {
		y++
	}
	return time.Date(y, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func advance(t time.Time, past bool) time.Time {
	y, d := t.Year(), t.Day()
	if past {
		y++
		d = 1
	}
	return time.Date(y, t.Month(), d, 0, 0, 0, 0, time.UTC)
}

func rollover(t, now time.Time) time.Time {
	y := t.Year()
	if t.Before(now) {
		y++
	}
	return time.Date(y, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

type calendar interface {
	Valid(y int, m time.Month, d int) bool
}

func unknownGuard(c calendar, t time.Time) (time.Time, error) {
	if !c.Valid(t.Year()+1, t.Month(), t.Day()) {
		return time.Time{}, errLeap
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil
}

func fatal(t time.Time) time.Time {
	if t.Month() == time.February && t.Day() > 28 {
		log.Fatal(errLeap)
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func switched(t time.Time) time.Time {
	y, m, d := t.Date()
	switch {
	case m == time.February && d == 29:
		return time.Date(y+1, time.February, 28, 0, 0, 0, 0, time.UTC)
	default:
		return time.Date(y+1, m, d, 0, 0, 0, 0, time.UTC)
	}
}

func yearDay(t time.Time) time.Time {
	if t.YearDay() == 60 {
		t = t.AddDate(0, 0, -1)
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func dayBefore(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day()-1, 0, 0, 0, 0, time.UTC)
}

func literal(days []time.Time) []time.Time {
	shift := func(t time.Time) time.Time {
		return time.Date(t.Year()-1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2027`
	}
	for i := range days {
		days[i] = shift(days[i])
	}
	return days
}

func goroutine(t time.Time, out chan<- time.Time) {
	y, m, d := t.Date()
	y++
	go func() {
		out <- time.Date(y, m, d, 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	}()
}

type clock interface{ Now() time.Time }

type server struct {
	clock clock
	start *time.Time
}

func (s *server) expiry() time.Time {
	return time.Date(s.clock.Now().Year()+1, s.clock.Now().Month(), s.clock.Now().Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func (s *server) end() time.Time {
	return time.Date(s.start.Year()+1, s.start.Month(), s.start.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func methodValue(t time.Time) time.Time {
	year := t.Year
	return time.Date(year()+1, time.Time.Month(t), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func replaced(t time.Time) (time.Time, error) {
	s := t.Format(time.DateOnly)
	s = strings.Replace(s, fmt.Sprint(t.Year()), fmt.Sprint(t.Year()+1), 1) // want `is "2029-02-29", which time.Parse rejects`
	return time.Parse(time.DateOnly, s)
}

func validText(t time.Time) bool {
	_, err := time.Parse(time.DateOnly, fmt.Sprintf("%04d-%02d-%02d", t.Year()+1, t.Month(), t.Day()))
	return err == nil
}

func checkedText(t time.Time) (time.Time, error) {
	day := t.Day()
	if !validText(t) {
		day--
	}
	return time.Parse(time.DateOnly, fmt.Sprintf("%04d-%02d-%02d", t.Year()+1, t.Month(), day))
}

func printed(t time.Time) {
	fmt.Printf("%d-%02d-%02d\n", t.Year()+1, t.Month(), t.Day())
}

func leapYears(t time.Time, n int) time.Time {
	if n%4 != 0 || (t.Year()+n)%100 == 0 {
		return time.Time{}
	}
	return time.Date(t.Year()+n, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

var epoch = time.Date(2012, time.March, 4, 0, 0, 0, 0, time.UTC)

func afterEpoch() time.Time {
	return time.Date(epoch.Year()+1, epoch.Month(), epoch.Day(), 0, 0, 0, 0, time.UTC)
}

func search(t time.Time) time.Time {
	limit := t.Year() + 5
	for t.Year() < limit {
		t = t.AddDate(0, 0, 1)
		if t.Weekday() == time.Sunday {
			return t
		}
	}
	return time.Time{}
}

func sinceYearStart(t time.Time) time.Duration {
	return t.Sub(time.Date(t.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC))
}
