package rounded

import "time"

func day() int {
	return time.Now().Round(168 * time.Hour).YearDay() // want `time\.Now\(\)\.Round\(168 \* time\.Hour\) at 23:30 on 15 January 2026 in New York is 19:00 on 18 January, not midnight`
}
