package silent

import "time"

// Nights returns the number of nights of a stay: in UTC, all days have 24 hours.
func Nights(arrival, departure time.Time) int {
	from := time.Date(arrival.Year(), arrival.Month(), arrival.Day(), 0, 0, 0, 0, time.UTC)
	to := time.Date(departure.Year(), departure.Month(), departure.Day(), 0, 0, 0, 0, time.UTC)
	return int(to.Sub(from).Hours() / 24)
}

// Tomorrow returns the midnight after t.
func Tomorrow(t time.Time) time.Time {
	year, month, day := t.AddDate(0, 0, 1).Date()
	return time.Date(year, month, day, 0, 0, 0, 0, t.Location())
}
