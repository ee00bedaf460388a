package civil

import "time"

type Date struct {
	Year  int
	Month time.Month
	Day   int
}

func New(year int, month time.Month, day int) Date { return Date{year, month, day} }
