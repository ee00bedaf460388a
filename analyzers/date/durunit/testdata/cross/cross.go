// Package cross uses constants of another package.
package cross

import (
	"time"

	"example.com/durunit/numbers"
)

func Sleep() {
	time.Sleep(numbers.Seconds) // want `time.Sleep\(numbers.Seconds\) waits 30ns`
	time.Sleep(numbers.Wait)
	time.Sleep(numbers.Nanos)
	time.Sleep(numbers.Seconds * time.Second)
}
