package good

import (
	"math"
	"time"
)

func midnight(t time.Time, loc *time.Location) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, loc)
}

func utc(a, b time.Time) int {
	return int(midnight(b, time.UTC).Sub(midnight(a, time.UTC)).Hours() / 24)
}

func local(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.Local)
}

func rounded(a, b time.Time) (int, int, int) {
	d := local(b).Sub(local(a))
	return int(math.Round(d.Hours() / 24)), int((d.Hours() + 12) / 24), int((d + 12*time.Hour) / (24 * time.Hour))
}

func roundedDuration(a, b time.Time) int {
	return int(local(b).Sub(local(a)).Round(24*time.Hour) / (24 * time.Hour))
}

func exact(a, b time.Time) float64 {
	return local(b).Sub(local(a)).Hours() / 24
}

func hours(a, b time.Time) int {
	return int(local(b).Sub(local(a)).Hours())
}

// The time between two instants has no days of a calendar.
func uptime(start time.Time) int {
	return int(time.Since(start).Hours() / 24)
}

func remaining(notAfter time.Time) int {
	return int(notAfter.Sub(time.Now()).Hours() / 24)
}

func elapsed(a, b time.Time) int {
	return int(b.Sub(a) / (24 * time.Hour))
}

func ttl() time.Time {
	return time.Now().Add(30 * 24 * time.Hour)
}

func stamp() string {
	return time.Now().Add(24 * time.Hour).Format(time.RFC3339)
}

func parts() (int, int) {
	t := time.Now().Add(24 * time.Hour)
	return t.Day(), t.Hour()
}

func utcLabels(n int) []string {
	var out []string
	for t := time.Now().UTC(); len(out) < n; t = t.Add(24 * time.Hour) {
		out = append(out, t.Format("2006-01-02"))
	}
	return out
}

func asUTC() string {
	return time.Now().Add(24 * time.Hour).UTC().Format("2006-01-02")
}

func calendarDays(n int) []string {
	var out []string
	for t := time.Now(); len(out) < n; t = t.AddDate(0, 0, 1) {
		out = append(out, t.Format("2006-01-02"))
	}
	return out
}

func noon(t time.Time) string {
	return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, time.UTC).Add(24 * time.Hour).Format("2006-01-02")
}

func hourly() string {
	return time.Now().Add(25 * time.Hour).Format("2006-01-02")
}

func expired(start time.Time) bool {
	return time.Now().After(start.Add(7 * 24 * time.Hour))
}

// The clock is looked at, and mended.
func mended(t time.Time) time.Time {
	next := local(t).Add(24 * time.Hour)
	if next.Hour() != 0 {
		next = next.Add(time.Hour)
	}
	return next
}

// Nothing is known of the location.
func unknown(t time.Time) string {
	return t.Add(24 * time.Hour).Format("2006-01-02")
}

// A term of 30 days ends at a point in time.
func expiry() string {
	return time.Now().Add(30 * 24 * time.Hour).Format("2006-01-02")
}
