package caldate

import (
	"errors"
	"fmt"
	"time"
)

// The first and the last year that times may lie in, as counted in UTC. The
// package comment says why.
const (
	MinYear = 1970
	MaxYear = 9999
)

// Errors, to be compared by [errors.Is]. Those that functions return are
// wrapped in what was wrong.
var (
	// ErrZero says that a time is the zero Time: it was never set.
	ErrZero = errors.New("caldate: time is not set")

	// ErrRange says that a time, or the result of a step, lies outside of the
	// years [MinYear] to [MaxYear].
	ErrRange = errors.New("caldate: time out of range")

	// ErrLength says that a period does not end after it begins, or was to be
	// of no years or days, or of a negative number of them.
	ErrLength = errors.New("caldate: period is not positive")

	// ErrPolicy says that a policy is neither [Clamp] nor [RollForward].
	ErrPolicy = errors.New("caldate: unknown policy")
)

// A Policy says what takes the place of a day that the month it was moved to
// does not have: 29 February of a common year, or the 29th, 30th or 31st of a
// month that is too short. The zero value is [Clamp].
type Policy uint8

const (
	// Clamp takes the last day of the month. Month and year are those that
	// were asked for, and nothing lasts longer than it was meant to.
	Clamp Policy = iota

	// RollForward takes the first day of the next month. Nothing ends before
	// as many years or months have passed as were asked for.
	RollForward
)

// String returns the name of the policy.
func (p Policy) String() string {
	switch p {
	case Clamp:
		return "Clamp"
	case RollForward:
		return "RollForward"
	}
	return fmt.Sprintf("Policy(%d)", uint8(p))
}

// AddYears returns t moved by n years, which may be negative. Month, day, time
// of day and location stay as they are, except where a 29 February falls on a
// common year, for which p decides, and where the clocks were changed, for
// which see the package comment. If n is 0, the result is the instant t.
//
// The years are added at once: two steps of a year from 29 February are not
// always one step of two. Count from the first date, not from the last result.
//
// The error is [ErrZero], [ErrRange] or [ErrPolicy].
func AddYears(t time.Time, n int, p Policy) (time.Time, error) {
	if n < MinYear-MaxYear || n > MaxYear-MinYear {
		return time.Time{}, fmt.Errorf("%w: a step of %d years", ErrRange, n)
	}
	return AddMonths(t, n*12, p)
}

// AddMonths returns t moved by n months, which may be negative. Day, time of
// day and location stay as they are, except where the month is too short, for
// which p decides, and where the clocks were changed, for which see the package
// comment. If n is 0, the result is the instant t.
//
// The months are added at once: two steps of a month from the 31st are not
// always one step of two. Count from the first date, not from the last result.
//
// The error is [ErrZero], [ErrRange] or [ErrPolicy].
func AddMonths(t time.Time, n int, p Policy) (time.Time, error) {
	if err := check(t); err != nil {
		return time.Time{}, err
	}
	if p > RollForward {
		return time.Time{}, fmt.Errorf("%w: %d", ErrPolicy, uint8(p))
	}
	if n < (MinYear-MaxYear-1)*12 || n > (MaxYear-MinYear+1)*12 {
		return time.Time{}, fmt.Errorf("%w: a step of %d months", ErrRange, n)
	}
	if n == 0 { // not the first of two times that the clock shows alike
		return t.Round(0), nil
	}
	moved := onWall(moveMonths(wall(t), n, p), t.Location())
	if err := check(moved); err != nil {
		return time.Time{}, err
	}
	return moved, nil
}

// ThreeMonthsBefore returns the instant from which less than three months
// remain until t, in whichever way three months are counted: the earlier of
// the date three months before t, by [AddMonths] with [Clamp], and 90 times 24
// hours before t. For the expiry of a certificate it is when at the latest to
// have begun to replace it.
//
// The error is [ErrZero] or [ErrRange].
func ThreeMonthsBefore(t time.Time) (time.Time, error) {
	byDate, err := AddMonths(t, -3, Clamp)
	if err != nil {
		return time.Time{}, err
	}
	byDays := t.Round(0).Add(-90 * 24 * time.Hour)
	if err := check(byDays); err != nil {
		return time.Time{}, err
	}
	if byDays.Before(byDate) {
		return byDays, nil
	}
	return byDate, nil
}

// check returns an error if t is zero or out of range.
func check(t time.Time) error {
	if t.IsZero() {
		return ErrZero
	}
	if y := t.UTC().Year(); y < MinYear || y > MaxYear {
		return fmt.Errorf("%w: the year is %d, not one of %d to %d", ErrRange, y, MinYear, MaxYear)
	}
	return nil
}

// wall returns the time in UTC at which a clock there shows what one in the
// location of t shows at t.
func wall(t time.Time) time.Time {
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	return time.Date(year, month, day, hour, minute, second, t.Nanosecond(), time.UTC)
}

// moveMonths moves w, which is in UTC, by n months.
func moveMonths(w time.Time, n int, p Policy) time.Time {
	first := w.AddDate(0, 0, 1-w.Day()).AddDate(0, n, 0)
	last := first.AddDate(0, 1, -1)
	if w.Day() <= last.Day() {
		return first.AddDate(0, 0, w.Day()-1)
	}
	if p == RollForward {
		return first.AddDate(0, 1, 0)
	}
	return last
}

// onWall returns the instant at which clocks in loc show what one in UTC shows
// at w. Where they show it twice, it is the first one; where they skip it, the
// one that comes as long after the change as they would have had to go on.
func onWall(w time.Time, loc *time.Location) time.Time {
	year, month, day := w.Date()
	hour, minute, second := w.Clock()
	t := time.Date(year, month, day, hour, minute, second, w.Nanosecond(), loc)
	start, end := t.ZoneBounds()
	for _, change := range []time.Time{start, end} {
		if change.IsZero() { // the offset has no beginning, or no end
			continue
		}
		byOld := w.Add(-offset(change.Add(-1)))
		byNew := w.Add(-offset(change))
		// Both offsets agree with the clock, or neither does: the change is
		// between the two instants.
		if byOld.Before(change) != byNew.Before(change) {
			return byOld.In(loc)
		}
	}
	return t
}

// offset returns how far clocks at t are ahead of UTC.
func offset(t time.Time) time.Duration {
	_, seconds := t.Zone()
	return time.Duration(seconds) * time.Second
}
