package crossgood

import "example.com/truncday/clock"

func key() string {
	return clock.Now().Truncate(clock.Day).Format("20060102")
}
