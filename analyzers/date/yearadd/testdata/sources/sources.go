// Package sources takes dates from where functions keep them.
package sources

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"
)

func mapValues(dates map[string]time.Time) {
	for name, t := range dates {
		dates[name] = time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	}
}

func mapElement(dates map[string]time.Time, name string) time.Time {
	if t, ok := dates[name]; ok {
		return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	}
	return time.Time{}
}

func received(dates <-chan time.Time) time.Time {
	t := <-dates
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func selected(ctx context.Context, dates <-chan time.Time) time.Time {
	select {
	case t := <-dates:
		return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	case <-ctx.Done():
		return time.Time{}
	}
}

func receivedFirst(dates <-chan time.Time) (out []time.Time) {
	for t := range dates {
		if t.Day() == 1 {
			out = append(out, time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC))
		}
	}
	return out
}

type server struct {
	now  func() time.Time
	keep func(year int, month time.Month, day int) int
}

func (s *server) expiry() time.Time {
	return time.Date(s.now().Year()+1, s.now().Month(), s.now().Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
}

func (s *server) kept() time.Time {
	y, m, d := s.now().Date()
	return time.Date(y+1, m, s.keep(y+1, m, d), 0, 0, 0, 0, time.UTC)
}

func transform[T any](list []T, f func(T) T) {
	for i := range list {
		list[i] = f(list[i])
	}
}

func higherOrder(dates []time.Time) {
	transform(dates, func(t time.Time) time.Time {
		return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `gives 1 March 2029`
	})
}

func floating(t time.Time, years float64) time.Time {
	return time.Date(t.Year()+int(years), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `for 1 as the number of years on 29 February 2028 gives 1 March 2029`
}

func split(t time.Time) (time.Time, error) {
	parts := strings.Split(t.Format(time.DateOnly), "-")
	parts[0] = strconv.Itoa(t.Year() + 1)
	return time.Parse(time.DateOnly, strings.Join(parts, "-")) // want `strings\.Join\(parts, "-"\) on 29 February 2028 is "2029-02-29", which time\.Parse rejects`
}

func sliced(t time.Time) (time.Time, error) {
	text := t.Format(time.DateOnly)
	year, err := strconv.Atoi(text[:4])
	if err != nil {
		return t, err
	}
	return time.Parse(time.DateOnly, strconv.Itoa(year+1)+text[4:]) // want `strconv\.Itoa\(year \+ 1\) \+ text\[4:\] on 29 February 2028 is "2029-02-29"`
}

func appended(t time.Time) (time.Time, error) {
	text := fmt.Sprint(t.Year() + 1)
	text += t.Format("-01-02")
	return time.ParseInLocation(time.DateOnly, text, time.Local) // want `time\.ParseInLocation\(time\.DateOnly, text, time\.Local\) on 29 February 2028 rejects "2029-02-29"`
}
