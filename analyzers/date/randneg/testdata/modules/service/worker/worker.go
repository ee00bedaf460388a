// Package worker uses the configuration.
package worker

import (
	"math/rand"
	"time"

	"example.com/service/config"
)

var longest time.Duration

func Use(c *config.Config) {
	if c.Jitter >= 0 {
		rand.Int63n(int64(c.Jitter)) // vetted
	}
	if c.Delay >= 0 {
		rand.Int63n(int64(c.Delay)) // reported
	}
	if c.Spread >= 0 {
		rand.Int63n(int64(c.Spread)) // vetted
	}
	if c.Ranged != 0 {
		rand.Int63n(int64(c.Ranged)) // vetted
	}
	if c.Asked != 0 {
		rand.Int63n(int64(c.Asked)) // vetted
	}
	if c.Loose >= 0 {
		rand.Int63n(int64(c.Loose)) // reported
	}
	if c.Short >= 0 {
		rand.Int63n(int64(c.Short)) // reported
	}
	if c.Used >= 0 {
		rand.Int63n(int64(c.Used)) // reported
	}
	if c.Either >= 0 {
		rand.Int63n(int64(c.Either)) // vetted
	}
	if c.Guarded >= 0 {
		rand.Int63n(int64(c.Guarded)) // vetted
	}
	if c.Raised >= 0 {
		rand.Int63n(int64(c.Raised)) // vetted
	}
	rand.Int63n(int64(c.Most - c.Least)) // vetted
	rand.Int63n(int64(c.Most - c.Short)) // reported
	tags(c)
	wrappers(c)
}

func wrappers(c *config.Config) {
	if c.Wrapped.Duration >= 0 {
		rand.Int63n(int64(c.Wrapped.Duration)) // vetted
	}
	if c.Unasked.Duration >= 0 {
		rand.Int63n(int64(c.Unasked.Duration)) // reported
	}
	if c.Boxed.D >= 0 {
		rand.Int63n(int64(c.Boxed.D)) // vetted
	}
	if c.Unboxed.D >= 0 {
		rand.Int63n(int64(c.Unboxed.D)) // reported
	}
	if c.Listed >= 0 {
		rand.Int63n(int64(c.Listed)) // vetted
	}
	if c.Mapped >= 0 {
		rand.Int63n(int64(c.Mapped)) // vetted
	}
	if c.Copied >= 0 {
		rand.Int63n(int64(c.Copied)) // vetted
	}
	if c.Default >= 0 {
		rand.Int63n(int64(c.Default)) // reported
	}
	if c.Turned >= 0 {
		rand.Int63n(int64(c.Turned)) // reported
	}
	if c.Valid >= 0 {
		rand.Int63n(int64(c.Valid)) // vetted
	}
	if c.Fine >= 0 {
		rand.Int63n(int64(c.Fine)) // vetted
	}
	if c.Shown >= 0 {
		rand.Int63n(int64(c.Shown)) // reported
	}
}

func tags(c *config.Config) {
	if c.Tagged >= 0 {
		rand.Int63n(int64(c.Tagged)) // vetted
	}
	if c.Bound >= 0 {
		rand.Int63n(int64(c.Bound)) // reported
	}
	if c.Bound != 0 {
		rand.Int63n(int64(c.Bound)) // vetted
	}
	if c.Positive >= 0 {
		rand.Int63n(int64(c.Positive)) // vetted
	}
	if c.Limited >= 0 {
		rand.Int63n(int64(c.Limited)) // reported
	}
	if c.Marked >= 0 {
		rand.Int63n(int64(c.Marked)) // vetted
	}
	if c.Weakly >= 0 {
		rand.Int63n(int64(c.Weakly)) // reported
	}
}
