// Package good holds look-alikes.
package good

import (
	"math/rand"
	"time"
)

func Guarded(d time.Duration) time.Duration {
	if d <= 0 {
		return d
	}
	return time.Duration(rand.Int63n(int64(d)))
}

func Tested(deadline time.Time) time.Duration {
	left := time.Until(deadline)
	if left <= 0 {
		return 0
	}
	return time.Duration(rand.Int63n(int64(left)))
}

func Max(deadline time.Time) time.Duration {
	return time.Duration(rand.Int63n(int64(max(1, time.Until(deadline)))))
}

func Clamped(deadline time.Time) *time.Ticker {
	left := time.Until(deadline)
	if left < time.Second {
		left = time.Second
	}
	return time.NewTicker(left)
}

func After(deadline time.Time) time.Duration {
	if time.Now().After(deadline) {
		return 0
	}
	return time.Duration(rand.Int63n(int64(time.Until(deadline))))
}

func Between(low, high time.Duration) time.Duration {
	if high <= low {
		return low
	}
	return low + time.Duration(rand.Int63n(int64(high-low)))
}

func Converted(low, high time.Duration) time.Duration {
	if low >= high {
		return low
	}
	return low + time.Duration(rand.Int63n(int64(high)-int64(low)))
}

func Twice(from, to time.Time) int {
	d := to.Sub(from)
	lowest := int(d.Minutes() * 0.5)
	highest := int(d.Minutes() * 0.8)
	if highest-lowest < 1 {
		return lowest
	}
	return rand.Intn(highest-lowest) + lowest
}

func Times(from, to time.Time) time.Time {
	if !from.Before(to) {
		return from
	}
	return from.Add(time.Duration(rand.Int63n(int64(to.Sub(from)))))
}

func Inclusive(from, to time.Time) time.Time {
	return from.Add(time.Duration(rand.Int63n(int64(to.Sub(from)) + 1)))
}

func Moved(from time.Time, d time.Duration) int64 {
	to := from.Add(d)
	return rand.Int63n(int64(to.Sub(from)))
}

func Half(d time.Duration) time.Duration {
	quarter := int64(d) / 4
	if quarter <= 0 {
		return d
	}
	return time.Duration(rand.Int63n(quarter))
}

func Long(d time.Duration) time.Duration {
	if d < time.Second {
		return d
	}
	return time.Duration(rand.Int63n(int64(d / 2)))
}

func Doubled(d time.Duration) time.Duration {
	if d <= 0 {
		return 0
	}
	return d - time.Duration(rand.Int63n(int64(d*2)))
}

type config struct {
	Interval, Jitter time.Duration
	Min, Max         time.Duration
	Count            int
}

func (c config) validate() bool { return c.Interval > 0 && c.Min < c.Max && c.Count > 0 }

// Alone holds parameters and fields alone.
func (c config) Alone(d time.Duration, n int) {
	time.NewTicker(c.Interval)
	time.NewTicker(d)
	rand.Intn(n)
	rand.Int63n(int64(c.Jitter))
	rand.Int63n(int64(d * 3))
	rand.Intn(d3(d))
}

func d3(d time.Duration) int { return int(d) * 3 }

func (c config) Validated() time.Duration {
	if c.Interval != 0 {
		time.NewTicker(c.Interval)
	}
	return c.Min + time.Duration(rand.Int63n(int64(c.Max-c.Min)))
}

func Elements(items []int, size uint8) int {
	if size != 0 {
		rand.Intn(int(size))
	}
	if len(items) != 0 {
		return items[rand.Intn(len(items))]
	}
	return 0
}

func Constant() {
	const low, high = time.Second, time.Minute
	rand.Int63n(int64(high - low))
	time.NewTicker(time.Minute / 2)
}

func small(d time.Duration) int64 { return rand.Int63n(int64(d / 2)) }

func Small() int64 { return small(time.Second) + small(time.Minute) }

func ints(low, high int) int { return low + rand.Intn(high-low) }

func Ints() int { return ints(1, 5) }

type ring struct{ size time.Duration }

func newRing(size time.Duration) *ring {
	if size < 1 {
		size = 1
	}
	return &ring{size}
}

func (r *ring) pick() int64 { return rand.Int63n(int64(r.size)) }

var _ = newRing(3).pick()

func count(items []int) int { return len(items) + 1 }

func Computed(items []int) int {
	n := count(items)
	if n < 0 {
		return 0
	}
	return rand.Intn(n)
}

// Nobody waits for a nanosecond.
func Reap(after time.Duration) *time.Ticker {
	if after <= 0 {
		after = 10 * time.Minute
	}
	return time.NewTicker(after / 2)
}

// between is called in one place, which compares.
func between(low, high time.Duration) time.Duration {
	return low + time.Duration(rand.Int63n(int64(high-low)))
}

func Delay(low, high time.Duration) time.Duration {
	if high > low {
		return between(low, high)
	}
	return low
}
