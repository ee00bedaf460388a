// Package spans passes both ends of a day.
package spans

import (
	"database/sql"
	"time"
)

func today(db *sql.DB) *sql.Row {
	startOfDay := time.Now().Truncate(24 * time.Hour) // want `at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
	endOfDay := startOfDay.Add(24 * time.Hour)
	return db.QueryRow("SELECT COUNT(*) FROM sales WHERE at >= $1 AND at < $2", startOfDay, endOfDay)
}

type store interface {
	Between(from, to time.Time) []string
}

func entries(s store) []string {
	today := time.Now().Truncate(24 * time.Hour) // want `not midnight`
	return s.Between(today, today.Add(24*time.Hour-time.Nanosecond))
}

func inclusive(s store) []string {
	today := time.Now().Truncate(24 * time.Hour) // want `not midnight`
	return s.Between(today, today.Add(24*time.Hour).Add(-time.Second))
}

// A time in UTC is what it seems.
func utc(s store) []string {
	today := time.Now().UTC().Truncate(24 * time.Hour)
	return s.Between(today, today.Add(24*time.Hour))
}

// The name does not say that it is the day of the place.
func bucket(s store) []string {
	from := time.Now().Truncate(24 * time.Hour)
	return s.Between(from, from.Add(24*time.Hour))
}

// A start alone may be a bucket or a column of dates that is kept in UTC.
func alone(db *sql.DB) *sql.Row {
	today := time.Now().Truncate(24 * time.Hour)
	return db.QueryRow("SELECT COUNT(*) FROM quotas WHERE day = $1", today)
}

// Six hours are no day.
func quarter(s store) []string {
	today := time.Now().Truncate(24 * time.Hour)
	return s.Between(today, today.Add(6*time.Hour))
}

// The two go to different functions.
func apart(lower, upper func(time.Time)) {
	today := time.Now().Truncate(24 * time.Hour)
	lower(today)
	upper(today.Add(24 * time.Hour))
}

func flagged(s store, showToday bool) []string {
	var from, to time.Time
	if showToday {
		from = time.Now().Truncate(24 * time.Hour) // want `not midnight`
		to = from.Add(24 * time.Hour)
	} else {
		to = time.Now()
	}
	return s.Between(from, to)
}

func period(s store, name string) []string {
	now := time.Now()
	switch name {
	case "today":
		from := now.Truncate(24 * time.Hour) // want `not midnight`
		return s.Between(from, from.Add(24*time.Hour))
	case "rollup":
		from := now.Truncate(24 * time.Hour)
		return s.Between(from, from.Add(24*time.Hour))
	}
	if name == "yesterday" {
		to := now.Truncate(24 * time.Hour) // want `not midnight`
		return s.Between(to.Add(-24*time.Hour), to)
	}
	return nil
}

// The flag tells that it is about something else.
func other(s store, skipToday bool) []string {
	from := time.Now().Truncate(24 * time.Hour)
	if !skipToday {
		from = time.Now().Truncate(24 * time.Hour)
	}
	return s.Between(from, from.Add(24*time.Hour))
}
