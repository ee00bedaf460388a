package bad

import (
	"crypto/x509"
	"os"
	"time"
)

func age(birth time.Time) int {
	today := time.Now()
	age := today.Year() - birth.Year()
	if today.Before(time.Date(today.Year(), birth.Month(), birth.Day(), 0, 0, 0, 0, time.UTC)) { // want `time\.Date\(today\.Year\(\), birth\.Month\(\), birth\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
		age--
	}
	return age
}

func untilMidnight() time.Duration {
	now := time.Now()
	return time.Until(time.Date(now.Year(), now.Month(), now.Day()+1, 0, 0, 0, 0, time.UTC)) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\) \+ 1, \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 15 January there, yet is compared with a point in time`
}

func changedToday(file os.FileInfo) bool {
	year, month, day := time.Now().Date()
	start := time.Date(year, month, day, 0, 0, 0, 0, time.UTC) // want `time\.Date\(year, month, day, \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	return !file.ModTime().Before(start)
}

func expiresToday(cert *x509.Certificate) bool {
	now := time.Now()
	end := time.Date(now.Year(), now.Month(), now.Day(), 23, 59, 59, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 18:59 on 15 January there, yet is compared with a point in time`
	return cert.NotAfter.Before(end)
}

func nextRun(hour int) time.Time {
	now := time.Now()
	next := time.Date(now.Year(), now.Month(), now.Day(), hour, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	if next.Before(now) {
		next = next.AddDate(0, 0, 1)
	}
	return next
}

func seconds(stamp int64) float64 {
	t := time.Unix(stamp, 0)
	return t.Sub(time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)).Seconds() // want `time\.Date\(t\.Year\(\), t\.Month\(\), t\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
}

func sameDay(stamp string) bool {
	now := time.Now()
	t, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return false
	}
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	return !t.Before(day) && t.Before(day.AddDate(0, 0, 1))
}

func isMidnight() bool {
	now := time.Now().Local()
	return now == time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
}

// The start of the day in UTC is another time than the start of the local day
// in UTC.
func mixed() bool {
	now := time.Now()
	utc := now.UTC()
	a := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	b := time.Date(utc.Year(), utc.Month(), utc.Day(), 0, 0, 0, 0, time.UTC)
	return a.Equal(b)
}

func shanghai() (time.Duration, error) {
	loc, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		return 0, err
	}
	now := time.Now().In(loc)
	first := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), 1, \.\.\.\) at 00:30 on 15 January 2026 in Shanghai gives 08:00 on 1 January there, yet is compared with a point in time`
	return time.Since(first), nil
}

func TodayEnd() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 23, 59, 59, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 18:59 on 15 January there, yet is what TodayEnd returns`
}

func startOfToday() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is what startOfToday returns`
}

func throughHelpers() bool {
	return before(date(), time.Now())
}

func date() time.Time {
	now := time.Now()
	return time.Date(now.Year(), now.Month(), now.Day(), 12, 0, 0, 0, time.UTC) // want `time\.Date\(now\.Year\(\), now\.Month\(\), now\.Day\(\), \.\.\.\) at 23:30 on 15 January 2026 in New York gives 07:00 on 15 January there, yet is compared with a point in time`
}

func before(a, b time.Time) bool { return a.Before(b) }
