package good

import "time"

func utc() string {
	return time.Now().UTC().Truncate(24 * time.Hour).Format("2006-01-02")
}

func thenUTC() string {
	return time.Now().Truncate(24 * time.Hour).UTC().Format("2006-01-02")
}

func parsed(text string) (int, error) {
	t, err := time.Parse(time.DateTime, text)
	return t.Truncate(24 * time.Hour).Day(), err
}

// The location is not known.
func unknown(t time.Time) string {
	return t.Truncate(24 * time.Hour).Format("2006-01-02")
}

func StartOfDay(t time.Time) time.Time { return t.Truncate(24 * time.Hour) }

// A bucket only needs to be the same for the same day.
func bucket(counts map[time.Time]int) {
	counts[time.Now().Truncate(24*time.Hour)]++
}

func sameBucket(a, b int64) bool {
	return time.Unix(a, 0).Truncate(24 * time.Hour).Equal(time.Unix(b, 0).Truncate(24 * time.Hour))
}

func number() int64 { return time.Now().Truncate(24*time.Hour).Unix() / 86400 }

// The time that certificates are valid from may be any in the past.
func notBefore() (time.Time, time.Time) {
	from := time.Now().Truncate(24 * time.Hour)
	return from, from.Add(365 * 24 * time.Hour)
}

func stale(t time.Time) bool {
	cutoff := time.Now().Truncate(24 * time.Hour)
	return t.Before(cutoff)
}

func stamp() string {
	return time.Now().Truncate(24 * time.Hour).Format(time.RFC3339)
}

func fine() string {
	return time.Now().Truncate(time.Minute).Format("2006-01-02 15:04")
}

func duration(d time.Duration) time.Duration { return d.Truncate(24 * time.Hour) }

func midnight() time.Time {
	year, month, day := time.Now().Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.Local)
}

func monotonic() string {
	return time.Now().Truncate(0).Format("2006-01-02")
}

func validity() (time.Time, time.Time, time.Time) {
	from := time.Now().Truncate(24 * time.Hour)
	return from, from.AddDate(1, 0, 0), from.AddDate(0, 0, 90)
}
