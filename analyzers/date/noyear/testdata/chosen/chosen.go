// Package chosen reads dates relative to a time that the caller may choose.
package chosen

import "time"

type Options struct {
	// Reference is the time that dates are relative to, the present by default.
	Reference time.Time
	Location  *time.Location
}

func Parse(text, layout string, options *Options) (time.Time, error) {
	reference := time.Now()
	if !options.Reference.IsZero() {
		reference = options.Reference
	}
	t, err := time.Parse(layout, text)
	if err == nil && t.Year() == 0 {
		t = time.Date(reference.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}
	return t, err
}

func ParseAt(text string, at time.Time) (time.Time, error) {
	if at.IsZero() {
		at = time.Now()
	}
	t, err := time.Parse(time.Stamp, text)
	return t.AddDate(at.UTC().Year(), 0, 0), err
}

// The caller chooses a location only.
func ParseIn(text string, options Options) (time.Time, error) {
	now := time.Now()
	if options.Location != nil {
		now = now.In(options.Location)
	}
	t, err := time.Parse(time.Stamp, text)
	return t.AddDate(now.Year(), 0, 0), err // want `turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}

// A parameter that is the present is no choice.
func ParseNow(text string, now time.Time) (time.Time, error) {
	t, err := time.Parse(time.Stamp, text)
	return t.AddDate(now.Year(), 0, 0), err // want `turns "Dec 31 17:48:39", read on 1 January 2027, into 31 December 2027`
}
