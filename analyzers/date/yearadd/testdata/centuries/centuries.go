// Package centuries moves dates by whole centuries, which goes wrong in 2400.
package centuries

import "time"

func twoDigits(text string) (time.Time, error) {
	t, err := time.Parse("06-01-02", text)
	if err != nil {
		return t, err
	}
	if t.Year() > time.Now().Year() {
		t = time.Date(t.Year()-100, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return t, nil
}

func span(t time.Time) time.Time {
	return time.Date(t.Year()+96, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC) // want `29 February 2104 gives 1 March 2200`
}
