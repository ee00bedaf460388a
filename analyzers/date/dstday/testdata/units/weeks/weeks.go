package weeks

import "time"

func next(year, week int) time.Time {
	return time.Date(year, time.January, 7*week, 0, 0, 0, 0, time.Local).Add(168 * time.Hour) // want `time\.Date\(year, time\.January, 7 \* week, 0, 0, 0, 0, time\.Local\)\.Add\(168 \* time\.Hour\) from midnight of 26 October 2026 in New York gives 23:00 on 1 November, not midnight of 2 November`
}
