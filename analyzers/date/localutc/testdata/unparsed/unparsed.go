// Package unparsed compares only what it has parsed.
package unparsed

import "time"

const layout = "2006-01-02T15:04:05Z"

// What String prints has no T: there is always an error.
func age(made time.Time) (time.Duration, error) {
	now := time.Now()
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC)
	t, err := time.Parse(layout, made.String())
	if err != nil {
		return 0, err
	}
	if t.Before(month) {
		return now.Sub(month), nil
	}
	return now.Sub(t), nil
}

func printed(made time.Time) (time.Duration, error) {
	now := time.Now()
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC)
	if _, err := time.Parse(layout, made.Format(time.DateTime)); err == nil {
		return now.Sub(month), nil
	}
	return 0, nil
}

func fits(made time.Time) (time.Duration, error) {
	now := time.Now()
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC) // want `at 23:30 on 15 January 2026 in New York gives 19:00 on 31 December there, yet is compared with a point in time`
	_, err := time.Parse("2006-01-02 15:04:05 -0700 MST", made.String())
	if err != nil {
		return 0, err
	}
	return now.Sub(month), nil
}

func formatted(made time.Time) (time.Duration, error) {
	now := time.Now()
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC) // want `yet is compared with a point in time`
	_, err := time.Parse(layout, made.Format(layout))
	if err != nil {
		return 0, err
	}
	return now.Sub(month), nil
}

func given(text string) (time.Duration, error) {
	now := time.Now()
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC) // want `yet is compared with a point in time`
	_, err := time.Parse(layout, text)
	if err != nil {
		return 0, err
	}
	return now.Sub(month), nil
}

// It is compared where nothing could be parsed.
func failed(made time.Time) bool {
	now := time.Now()
	month := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC) // want `yet is compared with a point in time`
	_, err := time.Parse(layout, made.String())
	return err != nil && now.Sub(month) > time.Hour
}
