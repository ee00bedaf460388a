package days

import "time"

func process(frequency string) {
	now := time.Now()
	if !isDue(frequency, now) {
		return
	}
	send(span(frequency, now))
	send(other(frequency, now))
	send(other(frequency, now.AddDate(0, 0, 9)))
}

func isDue(frequency string, now time.Time) bool {
	switch frequency {
	case "weekly":
		return now.Weekday() == time.Monday
	case "monthly":
		return now.Day() == 1
	}
	return false
}

func span(frequency string, now time.Time) string {
	if frequency == "monthly" {
		return now.AddDate(0, -1, 0).Format("2006-01")
	}
	return now.Format("2006-01-02")
}

func other(frequency string, now time.Time) string {
	if frequency == "monthly" {
		return now.AddDate(0, -1, 0).Format("2006-01") // want `names the wrong month`
	}
	return now.Format("2006-01-02")
}

func tick(now time.Time) {
	if now.Day() == 1 {
		send(closing(now))
	}
}

func closing(at time.Time) string { return at.AddDate(0, -1, 0).Format("2006-01") }

func wake() {
	if time.Now().Day() != 1 {
		return
	}
	send(time.Now().AddDate(0, -1, 0).Format("2006-01"))
	invoice()
	go func() { send(time.Now().AddDate(0, -1, 0).Format("2006-01")) }()
}

func invoice() { send(time.Now().AddDate(0, -1, 0).Format("2006-01")) }

func lastDay() {
	now := time.Now()
	if now.AddDate(0, 0, 1).Day() == 1 {
		send(now.AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
	}
}

func working(now time.Time) {
	if isHoliday(now) {
		return
	}
	send(now.AddDate(0, -1, 0).Format("2006-01")) // want `names the wrong month`
}

func isHoliday(t time.Time) bool { return t.Weekday() == time.Sunday }
