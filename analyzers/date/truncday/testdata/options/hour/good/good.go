package good

import "time"

func utc() int { return time.Now().UTC().Truncate(time.Hour).Hour() }

func thenUTC() string { return time.Now().Truncate(time.Hour).UTC().Format("15:04") }

// The location is not known.
func unknown(t time.Time) int { return t.Truncate(time.Hour).Hour() }

func StartOfHour(t time.Time) time.Time { return t.Truncate(time.Hour) }

// The offset is a whole number of hours, all year.
func berlin() (int, error) {
	loc, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		return 0, err
	}
	return time.Now().In(loc).Truncate(time.Hour).Hour(), nil
}

var singapore = time.FixedZone("SGT", 8*60*60)

func fixed(t time.Time) int { return t.In(singapore).Truncate(time.Hour).Hour() }

func asUTC(t time.Time) int {
	t = t.UTC()
	t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), 0, 0, t.Location())
	return t.Truncate(time.Hour).Hour()
}

// A bucket only needs to be the same for the same hour.
func bucket(counts map[time.Time]int) { counts[time.Now().Truncate(time.Hour)]++ }

func number() int64 { return time.Now().Truncate(time.Hour).Unix() / 3600 }

func stale(t time.Time) bool {
	cutoff := time.Now().Truncate(time.Hour)
	return t.Before(cutoff)
}

func stamp() string { return time.Now().Truncate(time.Hour).Format(time.RFC3339) }

func date() string { return time.Now().Truncate(time.Hour).Format(time.DateOnly) }

func minute() int { return time.Now().Truncate(time.Minute).Minute() }

func duration(d time.Duration) string { return d.Truncate(time.Hour).String() }

// The hours are those of UTC.
func slot(t time.Time) bool {
	if !t.Truncate(time.Hour).Equal(t) {
		return false
	}
	currentHour := time.Now().Truncate(time.Hour)
	return t.After(currentHour)
}

func shop(t time.Time) bool {
	nextHour := time.Now().Add(time.Hour).Truncate(time.Hour)
	return t.UTC().Hour() < 20 && t.Before(nextHour)
}
