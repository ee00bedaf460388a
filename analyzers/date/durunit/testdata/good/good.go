// Package good holds look-alikes.
package good

import (
	"context"
	"fmt"
	"time"
)

const (
	tick                              = 10 * time.Millisecond
	delayNanos                        = 500
	nanosecond                        = time.Duration(100)
	typed               time.Duration = 30
	daysInYear                        = 365
	daysInLeap                        = 366
	weeksInYear                       = 53
	secondsPerDay                     = 24 * 60 * 60
	SECONDS_PER_YEAR                  = 365 * 24 * 3600
	secondsInJulianYear               = 31557600
	secondsPerWorkday                 = 8 * 3600
	secondsPerWeek                    = 5 * 8 * 3600
)

func Waits(ctx context.Context, d time.Duration, seconds int) {
	time.Sleep(0)
	time.Sleep(1)
	time.Sleep(tick)
	time.Sleep(5 * time.Second)
	time.Sleep(delayNanos)
	time.Sleep(nanosecond)
	time.Sleep(typed)
	time.Sleep(d)
	time.Sleep(d * 2)
	time.Sleep(1e6)
	time.Sleep(50000000)
	time.Sleep(time.Duration(seconds) * time.Second)
	time.Sleep(time.Second * time.Duration(seconds))
	_ = time.Now().Add(-1)
	_ = time.Now().Add(500000)
	_ = time.Now().Add(999)
	_, cancel := context.WithTimeout(ctx, 2*tick)
	cancel()
}

func Nanos(nanos int64, delayNs int) {
	time.Sleep(time.Duration(nanos))
	time.Sleep(time.Duration(delayNs))
}

func Parts(d time.Duration) {
	half := d / 2
	slot := d / 24
	days := d / time.Hour / 24
	hours := int(d.Hours())
	hoursLeft := d / time.Hour
	daysLeft := hoursLeft / 24
	fmt.Println(half, slot, days, hours, daysLeft)
	perDay := 24 * time.Hour / 24
	fmt.Println(perDay)
}

func Counted(hours time.Duration) time.Time {
	return time.Now().AddDate(0, 0, int(hours/24))
}

func CountedHere(n int) time.Time {
	hours := time.Duration(n)
	return time.Now().AddDate(0, 0, int(hours/24))
}

func Height() int { return 356 * 2 }

func Frames() int { return 356 + 24*365 }

var zip = 8670

var port = 84600 / 2
