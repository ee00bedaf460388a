// Package chosen names its location.
package chosen

import "time"

func weeks(from, to string) (int, error) {
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		return 0, err
	}
	a, err := time.ParseInLocation(time.DateOnly, from, loc)
	if err != nil {
		return 0, err
	}
	b, err := time.ParseInLocation(time.DateOnly, to, loc)
	return int(b.Sub(a) / (7 * 24 * time.Hour)), err // want `from midnight of 23 March to that of 30 March 2026 in Berlin is 0`
}

func nights(from, to string) (int, error) {
	loc, err := time.LoadLocation("Asia/Tokyo") // whose clocks are not changed
	if err != nil {
		return 0, err
	}
	a, err := time.ParseInLocation(time.DateOnly, from, loc)
	if err != nil {
		return 0, err
	}
	b, err := time.ParseInLocation(time.DateOnly, to, loc)
	return int(b.Sub(a) / (24 * time.Hour)), err
}
