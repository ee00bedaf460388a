// Package bad holds what is reported with the option only.
package bad

import (
	"flag"
	"math/rand"
	"time"
)

func Every(interval time.Duration) *time.Ticker {
	return time.NewTicker(interval) // want `time.NewTicker\(interval\) panics: nothing keeps interval = 0s out`
}

func Jitter(d time.Duration) time.Duration {
	return d + time.Duration(rand.Int63n(int64(d))) // want `panics: nothing keeps d = 0s out`
}

func Half(d time.Duration) time.Duration {
	return time.Duration(rand.Int63n(int64(d / 2))) // want `panics: nothing keeps d = 0s out`
}

func Seconds(n int) <-chan time.Time {
	return time.Tick(time.Duration(n) * time.Second) // want `returns a nil channel: nothing keeps n = 0 out`
}

func NotTooLong(d time.Duration, long bool) *time.Ticker {
	if !long {
		return time.NewTicker(d) // want `nothing keeps d = 0s out`
	}
	return nil
}

type Config struct{ Interval time.Duration }

func Poll(c *Config) {
	ticker := time.NewTicker(c.Interval) // want `nothing keeps c.Interval = 0s out`
	defer ticker.Stop()
}

func (c Config) reset(ticker *time.Ticker) {
	ticker.Reset(c.Interval) // want `nothing keeps c.Interval = 0s out`
}

type poller struct{ interval time.Duration }

func NewPoller(interval time.Duration) *poller { return &poller{interval: interval} }

func (p *poller) run() {
	time.NewTicker(p.interval) // want `nothing keeps p.interval = 0s out`
}

func helper(d time.Duration) {
	time.NewTicker(d) // want `nothing keeps every = 0s out, and every is passed as d`
}

func Helped(every time.Duration) { helper(every) }

var interval = flag.Duration("interval", time.Minute, "time between polls")

func FromFlag() {
	time.NewTicker(*interval) // want `nothing keeps -interval = 0s out`
}

func Parsed(text string) (*time.Ticker, error) {
	d, err := time.ParseDuration(text)
	if err != nil {
		return nil, err
	}
	return time.NewTicker(d), nil // want `nothing keeps time.ParseDuration\(text\) = 0s out`
}
