// Package loops makes dates after loops whose number of turns is known.
package loops

import (
	"fmt"
	"time"
)

type node struct {
	name string
	ok   bool
}

func use(...any) {}

// The loop has nothing to do with the date.

func afterTable(t time.Time) time.Time {
	for _, x := range []string{"a"} {
		use(x)
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `t.Day\(\), ...\) on 29 February 2028 gives 1 March 2029`
}

func afterStructs(t time.Time) time.Time {
	for _, x := range []node{{"a", true}, {"b", false}} {
		if x.ok {
			use(x.name)
		}
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
}

func afterCount(t time.Time) (time.Time, error) {
	for i := 0; i < 3; i++ {
		use(i)
	}
	return time.Parse(time.DateOnly, fmt.Sprintf("%d-%02d-%02d", t.Year()+1, t.Month(), t.Day())) // want `is "2029-02-29", which time.Parse rejects`
}

func afterRange(t time.Time) time.Time {
	for i := range 1000 {
		use(i)
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
}

func afterNested(t time.Time) time.Time {
	for i := 0; i < 10; i++ {
		for j := i; j < 10; j++ {
			use(i, j)
		}
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
}

func afterArray(t time.Time) time.Time {
	var sum [32]byte
	for i := range sum {
		sum[i] = 1
	}
	use(sum)
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
}

func afterSearch(t time.Time, name string) time.Time {
	found := false
	for _, x := range []string{"a", "b"} {
		if x == name {
			found = true
		}
	}
	if !found {
		return t
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
}

func afterRetries(t time.Time, try func() error) (time.Time, error) {
	var err error
	for i := 0; ; i++ {
		if err = try(); err == nil {
			break
		}
		if i == 3 {
			return t, err
		}
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC), nil // want `on 29 February 2028 gives 1 March 2029`
}

func within(t time.Time) (out time.Time) {
	for i := 0; i < 2; i++ {
		for _, x := range []string{"a", "b"} {
			use(x)
		}
		out = time.Date(t.Year()+i, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
	}
	return out
}

// The turns decide what the date becomes.

func movedBy3(t time.Time) time.Time {
	for i := 0; i < 3; i++ {
		t = t.AddDate(0, 0, 1)
	}
	for i := 0; i < 3; i++ {
		t = t.AddDate(0, 0, -1)
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
}

func fourYears(t time.Time) time.Time {
	y := t.Year()
	for i := 0; i < 8; i++ {
		if i%2 == 0 {
			y++
		}
	}
	if y != t.Year()+4 {
		return time.Date(y, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return t
}

func clampedInTurn(t time.Time) time.Time {
	day := t.Day()
	for i := 0; i < 3; i++ {
		if i == 2 {
			day = min(day, 28)
		}
	}
	return time.Date(t.Year()+1, t.Month(), day, 0, 0, 0, 0, time.UTC)
}

func clampedInVariable(t time.Time) time.Time {
	day := t.Day()
	clamp := func() { day = min(day, 28) }
	for i := 0; i < 3; i++ {
		if i == 1 {
			clamp()
		}
	}
	return time.Date(t.Year()+1, t.Month(), day, 0, 0, 0, 0, time.UTC)
}

func isLeap(year int) bool {
	for _, y := range [...]int{2020, 2024, 2028, 2032, 2036} {
		if y == year {
			return true
		}
	}
	return false
}

func byTable(t time.Time) time.Time {
	if isLeap(t.Year()) && t.Month() == time.February && t.Day() == 29 {
		return time.Date(t.Year()+1, time.February, 28, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func byFlag(t time.Time) time.Time {
	leap := false
	for _, y := range [...]int{2020, 2024, 2028, 2032, 2036} {
		if y == t.Year() {
			leap = true
		}
	}
	if leap && t.YearDay() == 60 {
		return t.AddDate(1, 0, -1)
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

func wrongTable(t time.Time) time.Time {
	for _, y := range [...]int{2021, 2023} {
		if y == t.Year() {
			return t
		}
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `on 29 February 2028 gives 1 March 2029`
}

func longTable(t time.Time) time.Time {
	for year := 1904; year < 2100; year += 4 {
		if year == t.Year() && t.YearDay() == 60 {
			return t.AddDate(1, 0, -1)
		}
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// Headers of statements are as good as others.

func inHeaders(t time.Time, ch chan time.Time) {
	for _, x := range []time.Time{t} {
		use(x)
	}
	if time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).After(t) { // want `on 29 February 2028 gives 1 March 2029`
		use(t)
	}
	select {
	case ch <- time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC): // want `on 29 February 2028 gives 1 March 2029`
	}
}

// What an iterator yields is not tested by that.

func anniversaries(t time.Time) func(func(time.Time) bool) {
	return func(yield func(time.Time) bool) {
		for y := t.Year(); y < t.Year()+10; y++ {
			if !yield(time.Date(y, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)) { // want `on 29 February 2028 gives 1 March 2029`
				return
			}
		}
	}
}

func tested(t time.Time, fits func(time.Time) bool) time.Time {
	if !fits(t) {
		return t
	}
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
