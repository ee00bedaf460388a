package silent

import "time"

func nights(arrival, departure time.Time) int {
	return int(date(departure).Sub(date(arrival)).Hours() / 24)
}

// date returns the date of t in UTC, where all days have 24 hours.
func date(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// week returns the names of today and the six days after it.
func week() []string {
	var days []string
	for t := time.Now(); len(days) < 7; t = t.AddDate(0, 0, 1) {
		days = append(days, t.Format(time.DateOnly))
	}
	return days
}
