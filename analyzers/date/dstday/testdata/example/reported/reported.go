package reported

import "time"

// Nights returns the number of nights of a stay, in the location of the hotel.
func Nights(arrival, departure time.Time) int {
	from := time.Date(arrival.Year(), arrival.Month(), arrival.Day(), 0, 0, 0, 0, arrival.Location())
	to := time.Date(departure.Year(), departure.Month(), departure.Day(), 0, 0, 0, 0, departure.Location())
	return int(to.Sub(from).Hours() / 24) // want `int\(to\.Sub\(from\)\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

// Tomorrow returns the midnight after t.
func Tomorrow(t time.Time) time.Time {
	t = t.Add(24 * time.Hour) // want `t\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Date is a day off`
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, t.Location())
}
