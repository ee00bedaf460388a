// Package edge holds the limits of what is reported.
package edge

import "time"

func Waits() {
	time.Sleep(2)   // want `waits 2ns`
	time.Sleep(999) // want `waits 999ns`
	time.Sleep(1000)
	time.Sleep((-5)) // want `waits -5ns`
	time.Sleep(7200) // want `waits 7.2µs`
	time.Sleep(7201)
	time.Sleep(31536000) // want `waits 31.536ms`
	time.Sleep(40000000)
}

// clock has methods of the same names.
type clock struct{}

func (clock) Sleep(time.Duration) {}

func (clock) Add(n int) int { return n }

func Other(c clock) {
	c.Sleep(5)
	c.Add(365)
}

func Alias(d time.Duration) int {
	var days int = int(d / 86400) // want `taken for a number of days in days`
	return days
}

func Reassigned(d time.Duration, n int) int {
	left := d
	if n > 0 {
		left = time.Duration(n)
	}
	days := left / 24
	return int(days)
}

func Multiplied(d time.Duration) int {
	days := int(d*3) / 24
	return days
}

const month = 24 * 356 * time.Hour / 12 // want `24 \* 356 \* time.Hour is 356 times a day, for a year, not 365`

// Part may well be a part of a day.
func Part(d time.Duration) int {
	hours := int(d / 24)
	return hours
}
