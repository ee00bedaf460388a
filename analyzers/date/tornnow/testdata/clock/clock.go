// Package clock reads a clock that is not that of package time.
package clock

import "time"

type clock struct{}

func (clock) Now() time.Time { return time.Time{} }

func date(c clock) time.Time {
	return time.Date(c.Now().Year(), c.Now().Month(), c.Now().Day(), 0, 0, 0, 0, time.UTC)
}

type moment struct{}

func (moment) Year() int  { return 0 }
func (moment) Month() int { return 0 }

func Now() moment { return moment{} }

func pair() [2]int { return [2]int{Now().Year(), Now().Month()} }
