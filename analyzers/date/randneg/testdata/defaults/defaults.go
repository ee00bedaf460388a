// Package defaults replaces what is not configured: negative values are the
// business of those who configure.
package defaults

import "time"

type Source struct{ Interval time.Duration }

func (s *Source) Start() *time.Ticker {
	interval := s.Interval
	if interval == 0 {
		interval = 10 * time.Second
	}
	return time.NewTicker(interval)
}
