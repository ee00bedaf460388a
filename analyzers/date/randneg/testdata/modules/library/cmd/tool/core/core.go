// Package core is part of the tool.
package core

import (
	"math/rand"
	"time"
)

// Options are never set to more than this.
type Options struct {
	Workers int
	Delay   time.Duration
}

func Default() Options { return Options{Workers: 1} }

func (o Options) Wait() {
	if o.Delay != 0 {
		rand.Int63n(int64(o.Delay)) // vetted
	}
}
