package crossbad

import (
	"time"

	"example.com/localutc/dates"
)

func elapsed() time.Duration {
	return time.Since(dates.Today()) // want `dates\.Today\(\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
}

func over(stamp int64) bool {
	today := dates.Today() // want `dates\.Today\(\) at 23:30 on 15 January 2026 in New York gives 19:00 on 14 January there, yet is compared with a point in time`
	return time.Unix(stamp, 0).Before(today)
}
