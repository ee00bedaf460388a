// Package good holds durations that are tested, have a default, or are none.
package good

import (
	"errors"
	"flag"
	"fmt"
	"math/rand"
	"time"
)

func Tested(d time.Duration) *time.Ticker {
	if d <= 0 {
		return nil
	}
	return time.NewTicker(d)
}

func Default(d time.Duration) *time.Ticker {
	if d == 0 {
		d = time.Second
	}
	return time.NewTicker(d)
}

func AtLeast(d time.Duration) *time.Ticker { return time.NewTicker(max(d, time.Second)) }

func positive(d time.Duration) error {
	if d <= 0 {
		return fmt.Errorf("%v is not positive", d)
	}
	return nil
}

func Asked(d time.Duration) (*time.Ticker, error) {
	if err := positive(d); err != nil {
		return nil, err
	}
	return time.NewTicker(d), nil
}

// Validated is tested elsewhere in the package.
type Validated struct{ Interval time.Duration }

func (v *Validated) Validate() error {
	if v.Interval < time.Second {
		return errors.New("interval too short")
	}
	return nil
}

func (v *Validated) Run() { time.NewTicker(v.Interval) }

// Defaulted has a default.
type Defaulted struct{ Interval time.Duration }

func New() *Defaulted { return &Defaulted{Interval: time.Minute} }

func (d *Defaulted) Run() { time.NewTicker(d.Interval) }

// Tagged is tested by a library.
type Tagged struct {
	Interval time.Duration `validate:"gt=0"`
}

func (t *Tagged) Run() { time.NewTicker(t.Interval) }

type poller struct{ interval time.Duration }

func NewPoller(interval time.Duration) *poller {
	if interval <= 0 {
		interval = time.Second
	}
	return &poller{interval: interval}
}

func (p *poller) run() { time.NewTicker(p.interval) }

type fixed struct{ interval time.Duration }

var _ = &fixed{interval: time.Second}

func (f *fixed) run() { time.NewTicker(f.interval) }

func helper(d time.Duration) { time.NewTicker(d) }

func Helped() {
	helper(time.Second)
	helper(time.Minute)
}

var interval = flag.Duration("interval", time.Minute, "time between polls")

func check() error { return positive(*interval) }

func FromFlag() { time.NewTicker(*interval) }

func Parsed(text string) (*time.Ticker, error) {
	d, err := time.ParseDuration(text)
	if err != nil || d <= 0 {
		return nil, errors.New("no interval")
	}
	return time.NewTicker(d), nil
}

// Unknown comes from who knows where.
func Unknown(next func() time.Duration) { time.NewTicker(next()) }

func literal() func(d time.Duration) {
	return func(d time.Duration) { time.NewTicker(d) }
}

// Number is no duration.
func Number(n int) int { return rand.Intn(n) }

var timer = struct{ every time.Duration }{time.Second}

func Timer() { time.NewTicker(timer.every) }

// Clock takes what package time takes.
type Clock struct{}

func (Clock) NewTicker(d time.Duration) *time.Ticker { return time.NewTicker(d) }

func (Clock) Tick(d time.Duration) <-chan time.Time { return time.Tick(d) }
