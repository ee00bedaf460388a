// Package bad holds what is reported.
package bad

import (
	"context"
	"fmt"
	"net"
	"time"
)

func Expiry() time.Time {
	return time.Now().Add(365) // want `time.Now\(\).Add\(365\) adds 365ns: 2026-01-01 12:00:00 becomes 2026-01-01 12:00:00.000000365`
}

func Waits(ctx context.Context) error {
	time.Sleep(5)                             // want `time.Sleep\(5\) waits 5ns, since a number without unit counts nanoseconds`
	<-time.After(60 * 60)                     // want `waits 3.6µs`
	time.NewTimer(time.Duration(30))          // want `waits 30ns`
	_, cancel := context.WithTimeout(ctx, 30) // want `context.WithTimeout\(..., 30\) waits 30ns`
	defer cancel()
	_, err := net.DialTimeout("tcp", "localhost:80", 10) // want `waits 10ns`
	return err
}

const timeout = 20

func Named() {
	time.Sleep(timeout)            // want `time.Sleep\(timeout\) waits 20ns`
	time.AfterFunc(24*3600, Named) // want `waits 86.4µs`
}

func Converted(seconds int, conf struct{ IntervalMinutes int64 }) {
	time.Sleep(time.Duration(seconds))                       // want `time.Sleep\(time.Duration\(seconds\)\) with seconds = 30 takes 30ns`
	time.NewTicker(time.Duration(conf.IntervalMinutes) * 60) // want `with IntervalMinutes = 30 takes 1.8µs`
}

func Reset(r string) (time.Time, error) {
	days, err := time.ParseDuration(r)
	if err != nil {
		return time.Time{}, err
	}
	return time.Now().AddDate(0, 0, -1*int(days/24)), nil // want `days / 24 of 24h is 3600000000000, taken for a number of days by AddDate`
}

func Warn(lifetime time.Duration) {
	lifetimeInYears := lifetime / 365 / 24 // want `lifetime / 365 / 24 of 24h is 9863013698, taken for a number of years in lifetimeInYears`
	fmt.Printf("longer than %d years\n", lifetimeInYears)
}

func Left(end time.Time) int {
	days := int(time.Until(end) / 86400) // want `time.Until\(end\) / 86400 of 24h is 1000000000, taken for a number of days in days`
	return days
}

const yearSeconds = 60 * 60 * 24 * 356 // want `60 \* 60 \* 24 \* 356 is 356 times a day, for a year, not 365`

const year = 356 * 24 * time.Hour // want `is 356 times a day`

const yearHours = 8670 * time.Hour // want `8670 \* time.Hour is 8670 times an hour, for a year, not 8760`

const dayAge = 84600 * time.Second // want `84600 \* time.Second is 84600 times a second, for a day, not 86400`

const (
	secondsInWeek = 691200       // want `secondsInWeek = 691200 is not the number of seconds of a week, 604800`
	secondsPerDay = 60 * 60 * 60 // want `is not the number of seconds of a day, 86400`
)

var _ = yearSeconds + secondsInWeek + secondsPerDay + int64(year+yearHours+dayAge)
