package edge

import "time"

const week = 7 * 24 * time.Hour

func constant() int {
	return time.Now().Truncate(week).Day() // want `time\.Now\(\)\.Truncate\(week\) at 23:30 on 15 January 2026 in New York is 19:00 on 11 January, not midnight`
}

// Not whole days.
func shift() int {
	return time.Now().Truncate(36 * time.Hour).Day()
}

// The width of the bucket is not known.
func width(d time.Duration) int {
	return time.Now().Truncate(d).Day()
}

// Local on one path only.
func maybe(utc bool) int {
	t := time.Now()
	if utc {
		t = t.UTC()
	}
	return t.Truncate(24 * time.Hour).Day()
}

// Local on all paths.
func both(seconds int64) int {
	t := time.Now()
	if seconds != 0 {
		t = time.Unix(seconds, 0)
	}
	return t.Truncate(24 * time.Hour).Day() // want `t\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
}

// The offset of this location is not known.
func unlisted() int {
	loc, err := time.LoadLocation("Antarctica/Troll")
	if err != nil {
		return 0
	}
	return time.Now().In(loc).Truncate(24 * time.Hour).Day()
}

func utcByName() int {
	loc, err := time.LoadLocation("UTC")
	if err != nil {
		return 0
	}
	return time.Now().In(loc).Truncate(24 * time.Hour).Day()
}

// The name is that of something else.
func other(t time.Time) (bool, string) {
	hour := time.Now().Truncate(24 * time.Hour)
	today := "today"
	return t.Before(hour), today
}

var start struct{ today time.Time }

func stored(t time.Time) bool {
	start.today = time.Now().Truncate(24 * time.Hour)
	return t.Before(start.today)
}

// The name of the function is not that of a literal in it.
func today(t time.Time) func() bool {
	return func() bool { return t.Before(time.Now().Truncate(24 * time.Hour)) }
}

func printed(layout string) string {
	return time.Now().Truncate(24 * time.Hour).Format(layout)
}

func clockOnly() string {
	return time.Now().Truncate(24 * time.Hour).Format("15:04")
}

func captured() func() int {
	t := time.Now().Truncate(24 * time.Hour) // want `time\.Now\(\)\.Truncate\(24 \* time\.Hour\) at 07:30 on 15 January 2026 in New York is 19:00 on 14 January, not midnight`
	return func() int { return t.YearDay() }
}
