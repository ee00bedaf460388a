package caldate

import (
	"fmt"
	"time"
)

// A Window is the period in which a certificate, a token or a lease is valid.
// Both ends belong to it, as NotBefore and NotAfter do in RFC 5280, section
// 4.1.2.5.
type Window struct {
	From time.Time // the first instant
	To   time.Time // the last instant
}

// Validity returns the window that begins at 00:00 UTC of the day that it is
// in UTC at now, whatever the location of now, and ends years later, at 00:00
// UTC. The number of years must be 1 or more. For a window that begins on 29
// February and ends in a common year, p decides on the end: with [Clamp] the
// window is never longer than from any other day. One year is 365 or 366 days.
//
// The error is [ErrZero], [ErrRange], [ErrLength] or [ErrPolicy].
func Validity(now time.Time, years int, p Policy) (Window, error) {
	from, err := midnight(now)
	if err != nil {
		return Window{}, err
	}
	if years <= 0 {
		return Window{}, fmt.Errorf("%w: %d years", ErrLength, years)
	}
	to, err := AddYears(from, years, p)
	if err != nil {
		return Window{}, err
	}
	return valid(Window{From: from, To: to})
}

// ValidityDays returns the window that begins at 00:00 UTC of the day that it
// is in UTC at now, whatever the location of now, and ends as many times 24
// hours later. The number of days must be 1 or more.
//
// The error is [ErrZero], [ErrRange] or [ErrLength].
func ValidityDays(now time.Time, days int) (Window, error) {
	from, err := midnight(now)
	if err != nil {
		return Window{}, err
	}
	if days <= 0 {
		return Window{}, fmt.Errorf("%w: %d days", ErrLength, days)
	}
	if days > (MaxYear-MinYear+1)*366 {
		return Window{}, fmt.Errorf("%w: a step of %d days", ErrRange, days)
	}
	return valid(Window{From: from, To: from.AddDate(0, 0, days)})
}

// Contains reports whether the window is valid at t. It is at To, and is not a
// nanosecond later; crypto/x509 judges NotAfter in the same way. A window that
// [Window.Validate] refuses, such as the zero Window, contains nothing.
func (w Window) Contains(t time.Time) bool {
	return w.Validate() == nil && !t.Before(w.From) && !t.After(w.To)
}

// Length returns the time from From to To: 365 times 24 hours for the year from
// 1 March 2026. Of windows of more than 292 years it is the greatest Duration,
// as [time.Time.Sub] has it.
func (w Window) Length() time.Duration {
	return w.To.Sub(w.From)
}

// Validate returns nil if both ends are set and in range, and To is after From.
// Otherwise the error is [ErrZero], [ErrRange] or [ErrLength]. The windows that
// this package makes have been validated; one from elsewhere is to be, before
// anything is signed with it: [crypto/x509.CreateCertificate] does not look at
// the dates.
func (w Window) Validate() error {
	if err := check(w.From); err != nil {
		return fmt.Errorf("start of window: %w", err)
	}
	if err := check(w.To); err != nil {
		return fmt.Errorf("end of window: %w", err)
	}
	if !w.From.Before(w.To) {
		return fmt.Errorf("%w: the window ends %v after it begins", ErrLength, w.Length())
	}
	return nil
}

// valid returns w, or the error for which it must not be used.
func valid(w Window) (Window, error) {
	if err := w.Validate(); err != nil {
		return Window{}, err
	}
	return w, nil
}

// midnight returns 00:00 UTC of the day that it is in UTC at now.
func midnight(now time.Time) (time.Time, error) {
	if err := check(now); err != nil {
		return time.Time{}, err
	}
	year, month, day := now.UTC().Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC), nil
}
