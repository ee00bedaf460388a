package reported

import "time"

func nights(arrival, departure time.Time) int {
	return int(midnight(departure).Sub(midnight(arrival)).Hours() / 24) // want `int\(midnight\(departure\)\.Sub\(midnight\(arrival\)\)\.Hours\(\) / 24\) from midnight of 8 March to that of 9 March 2026 in New York is 0: 8 March has 23 hours`
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.Local)
}

// week returns the names of today and the six days after it.
func week() []string {
	var days []string
	for t := time.Now(); len(days) < 7; t = t.Add(24 * time.Hour) { // want `t\.Add\(24 \* time\.Hour\) at 23:30 on 7 March 2026 in New York gives 00:30 on 9 March, so Format\("2006-01-02"\) is a day off`
		days = append(days, t.Format(time.DateOnly))
	}
	return days
}
