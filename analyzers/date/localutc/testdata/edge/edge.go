package edge

import "time"

type clock interface{ Now() time.Time }

// The location of a clock is not known.
func clocked(c clock) bool {
	now := c.Now()
	return now.Before(time.Date(now.Year(), now.Month(), now.Day(), 12, 0, 0, 0, time.UTC))
}

// Nothing is known of the offset of this location.
func unlisted() (time.Duration, error) {
	loc, err := time.LoadLocation("Antarctica/Troll")
	if err != nil {
		return 0, err
	}
	now := time.Now().In(loc)
	return time.Since(time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)), nil
}

func named() (time.Duration, error) {
	loc, err := time.LoadLocation("UTC")
	if err != nil {
		return 0, err
	}
	now := time.Now().In(loc)
	return time.Since(time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)), nil
}

// One caller passes a date, so that both may be meant.
func either(limit time.Time) bool {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC).Before(limit)
}

func callers() bool {
	return either(time.Now()) || either(time.Date(2026, time.March, 1, 0, 0, 0, 0, time.UTC))
}

// All callers pass instants.
func always(limit time.Time) bool {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC).Before(limit) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
}

func callersToo() bool { return always(time.Now()) || always(time.Unix(0, 0)) }

// Local on one path, UTC on the other.
func maybe(utc bool) bool {
	now := time.Now()
	if utc {
		now = now.UTC()
	}
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC).Before(time.Now())
}

// The parts come from two locations.
func twoLocations() bool {
	now := time.Now()
	loc, err := time.LoadLocation("Asia/Tokyo")
	if err != nil {
		return false
	}
	return now.After(time.Date(now.Year(), now.Month(), now.In(loc).Day(), 0, 0, 0, 0, time.UTC))
}

func closure() func() bool {
	now := time.Now()
	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	return func() bool { return time.Since(start) > time.Hour }
}

// A local midnight is not followed by way of UTC.
func converted() bool {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.Local).UTC().Before(now)
}
