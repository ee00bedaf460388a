// Package good holds look-alikes.
package good

import (
	"errors"
	"math/rand"
	"time"
)

const year = 365 * 24 * time.Hour

// Checked is what all callers of others look like.
func Checked(years int) (time.Duration, error) {
	if years < 0 || years > 100 {
		return 0, errors.New("out of range")
	}
	return time.Duration(years) * year, nil
}

func Clamped(years int) time.Duration {
	years = min(years, 100)
	return time.Duration(years) * year
}

func Branch(years int) time.Duration {
	if years > 250 {
		years = 250
	}
	return time.Duration(years) * 365 * 24 * time.Hour
}

func Days(days int) time.Duration { return time.Duration(days) * 24 * time.Hour }

func Constant() time.Duration { return 10 * year }

func Small(years uint8) time.Duration { return time.Duration(years) * year }

func helper(years int) time.Duration { return time.Duration(years) * year }

func Both() time.Duration { return helper(1) + helper(10) }

func Random() time.Duration { return time.Duration(rand.Intn(10)) * year }

func Loop() (sum time.Duration) {
	for i := 0; i < 20; i++ {
		sum += time.Duration(i) * year
	}
	return sum
}

type config struct{ years int }

func newConfig() *config { return &config{years: 10} }

func (c *config) lifetime() time.Duration { return time.Duration(c.years) * year }

func Default() time.Duration { return newConfig().lifetime() }

// Config is checked by another function.
type Config struct{ Years int }

func (c *Config) Validate() error {
	if c.Years > 100 {
		return errors.New("too long")
	}
	return nil
}

func (c *Config) Lifetime() time.Duration { return time.Duration(c.Years) * year }

func allowed(years int) bool { return years <= 100 }

func Asked(years int) time.Duration {
	if !allowed(years) {
		return 0
	}
	return time.Duration(years) * year
}

func Age(a, b time.Time) time.Duration { return time.Duration(a.Year()-b.Year()) * year }

type record struct {
	created time.Time
	stamp   int32
	nanos   int64
}

func Order(a, b record) bool { return a.created.UnixNano() < b.created.UnixNano() }

func Now() int64 { return time.Now().UnixNano() }

func Until(deadline int64) bool { return time.Now().UnixNano() > deadline }

func Guarded(t time.Time) int64 {
	var at time.Time
	if !t.IsZero() {
		at = t
	}
	if at.IsZero() {
		return 0
	}
	return at.UnixNano()
}

func Correlated(ok bool) (r record) {
	var at time.Time
	if ok {
		at = time.Now()
	}
	if ok {
		r.nanos = at.UnixNano()
	}
	return r
}

func Zero(t int64) bool { return t == time.Time{}.UnixNano() }

func Both2(t, u time.Time) bool {
	if t.After(limit) || u.After(limit) {
		return t.Before(u)
	}
	return t.UnixNano() < u.UnixNano()
}

var limit = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)

func Limit() int64 { return time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC).UnixNano() }

func Wire(t time.Time) record { return record{stamp: int32(t.Unix())} }

func Since(r record) int32 { return int32(time.Now().Unix()) - r.stamp }

func Unsigned(t time.Time) uint32 { return uint32(t.Unix()) + 10 }

func Is(t time.Time) bool { return int32(t.Unix()) > 0 }

func Table() (sum time.Duration) {
	for _, years := range []int{1, 2, 10} {
		sum += time.Duration(years) * year
	}
	return sum
}
