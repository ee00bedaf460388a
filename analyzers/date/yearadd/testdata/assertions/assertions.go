// Package assertions compares a year with days in assertions.
package assertions

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const year = 365 * 24 * time.Hour

func equal(t *testing.T, start time.Time) {
	assert.Equal(t, start.Add(year), start.AddDate(1, 0, 0)) // want `start\.AddDate\(1, 0, 0\) on 1 March 2027 is 366 days later, and it is compared with 365 days`
}

func unix(t *testing.T) {
	now := time.Now()
	require.EqualValues(t, now.AddDate(2, 0, 0).Unix(), now.Add(2*year).Unix()) // want `is 731 days later, and it is compared with 730 days`
}

func method(t *testing.T, start time.Time) {
	a := assert.New(t)
	a.Equal(start.AddDate(1, 0, 0), start.AddDate(0, 0, 365)) // want `compared with 365 days`
}

func within(t *testing.T, start time.Time) {
	assert.WithinDuration(t, start.AddDate(1, 0, 0), start.Add(year), time.Second) // want `compared with 365 days`
}

func deep(start time.Time) bool {
	return reflect.DeepEqual(start.AddDate(1, 0, 0), start.Add(year)) // want `compared with 365 days`
}

func diff(start time.Time) string {
	return cmp.Diff(start.AddDate(1, 0, 0), start.Add(year)) // want `compared with 365 days`
}

func formatted(t *testing.T, start time.Time) {
	assert.Equal(t, start.AddDate(1, 0, 0).Format(time.DateOnly), start.Add(year).Format(time.DateOnly)) // want `compared with 365 days`
}

func expiry(from time.Time) time.Time { return from.Add(year) }

func helper(t *testing.T) {
	now := time.Now()
	want := now.AddDate(1, 0, 0) // want `compared with 365 days`
	assert.Equal(t, want, expiry(now))
}

func nextYear(from time.Time) time.Time {
	return from.AddDate(1, 0, 0) // want `compared with 365 days`
}

func bothHelpers(t *testing.T, start time.Time) {
	assert.Equal(t, nextYear(start), expiry(start))
}

func undone(t *testing.T, start time.Time) {
	assert.Equal(t, start, start.AddDate(1, 0, 0).AddDate(-1, 0, 0)) // want `on 29 February 2028 gives 1 March 2028`
}

// Below: nothing to report.

func days(t *testing.T, start time.Time) {
	assert.Equal(t, start.AddDate(0, 0, 365), start.Add(year))
}

func years(t *testing.T, start time.Time) {
	assert.Equal(t, start.AddDate(1, 0, 0), start.AddDate(0, 12, 0))
}

func nearly(t *testing.T, start time.Time) {
	assert.WithinDuration(t, start.AddDate(1, 0, 0), start.Add(year), 48*time.Hour)
}

func different(t *testing.T, start time.Time) {
	assert.NotEqual(t, start.AddDate(1, 0, 0), start.Add(year))
}

func otherStart(t *testing.T, a, b time.Time) {
	assert.Equal(t, a.AddDate(1, 0, 0), b.Add(year))
}

func otherArgument(t *testing.T, a, b time.Time) {
	assert.Equal(t, a.AddDate(1, 0, 0), expiry(b))
}

func unknown(t *testing.T, start time.Time, valid func(time.Time) time.Time) {
	assert.Equal(t, start.AddDate(1, 0, 0), valid(start))
}

func month(t *testing.T, start time.Time) {
	assert.Equal(t, start.AddDate(1, 0, 0).Format("2006"), start.Add(year).Format("2006"))
}

func message(t *testing.T, start time.Time) {
	assert.Equal(t, 1, 1, start.AddDate(1, 0, 0), start.Add(year))
}
