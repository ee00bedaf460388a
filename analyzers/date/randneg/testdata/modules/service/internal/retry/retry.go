// Package retry has functions that only this module can call.
package retry

import (
	"math/rand"
	"time"
)

func Constant(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // vetted
	}
}

// Quotient is called with no less than a second.
func Quotient(d time.Duration) {
	if d > 0 {
		rand.Intn(int(d.Seconds())) // vetted
	}
}

func Small(d time.Duration) {
	if d <= 0 {
		d = 10 * time.Minute
	}
	rand.Intn(int(d.Seconds())) // reported
}

func Local(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // vetted
	}
}

func Flag(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}

func Asked(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}

func Compared(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // vetted
	}
}

func Field(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // vetted
	}
}

func FieldToo(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}

func Value(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}

func Mixed(d time.Duration) {
	if d != 0 {
		rand.Int63n(int64(d)) // reported
	}
}

func Through(d time.Duration) { inner(d) }

func inner(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // vetted
	}
}

type Runner interface{ Run(d time.Duration) }

type Fast struct{}

// Run is called through the interface, with what nobody knows.
func (Fast) Run(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}

func Ordered(least, most time.Duration) {
	rand.Int63n(int64(most - least)) // vetted
}

func Unordered(least, most time.Duration) {
	rand.Int63n(int64(most - least)) // reported
}

func Changed(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}

func Loop(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}

func Go(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // vetted
	}
}

func Reset(d time.Duration) {
	if d >= 0 {
		rand.Int63n(int64(d)) // reported
	}
}
