package caldate_test

import (
	"encoding/asn1"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/caldate"
)

// The calendar once more, without package time, after the algorithms of Howard
// Hinnant (chrono-compatible low-level date algorithms), so that the tests do
// not compare time.Date with itself.
type civil struct{ year, month, day int }

const secondsPerDay = 24 * 60 * 60

func (c civil) leap() bool {
	return c.year%4 == 0 && (c.year%100 != 0 || c.year%400 == 0)
}

func (c civil) lastDay() int {
	switch c.month {
	case 2:
		if c.leap() {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// next returns the day after c.
func (c civil) next() civil {
	switch {
	case c.day < c.lastDay():
		return civil{c.year, c.month, c.day + 1}
	case c.month < 12:
		return civil{c.year, c.month + 1, 1}
	}
	return civil{c.year + 1, 1, 1}
}

// days returns the number of days from 1 January 1970 to c.
func (c civil) days() int64 {
	year, month := int64(c.year), int64(c.month)
	if month <= 2 { // years that begin in March
		year--
		month += 12
	}
	ofYear := (153*(month-3)+2)/5 + int64(c.day) - 1
	return 365*year + year/4 - year/100 + year/400 + ofYear - 719468
}

func (c civil) plusMonths(n int, p caldate.Policy) civil {
	count := c.year*12 + c.month - 1 + n
	to := civil{count / 12, count%12 + 1, c.day}
	if last := to.lastDay(); to.day > last {
		to.day = last
		if p == caldate.RollForward {
			return to.next()
		}
	}
	return to
}

// Offsets from UTC, in seconds: the whole range in use, with odd ones.
var offsets = []int{
	0, -12 * 3600, -10 * 3600, -(9*3600 + 1800), -8 * 3600, -(3*3600 + 1800), -(44*60 + 30), -1, 1,
	19*60 + 32, 3600, 5*3600 + 1800, 5*3600 + 2700, 8*3600 + 2700, 12 * 3600, 12*3600 + 2700, 13 * 3600, 14 * 3600,
}

// Each day of 1970 to 2400, at hours and in zones that change from day to day,
// so that each hour meets each zone: the window begins at 00:00 UTC of the UTC
// day, ends on the day that the policy names, can be written in a certificate
// and read back, and is of 365 or 366 days.
//
// LD-08, LD-09.
func TestValidityEachDay(t *testing.T) {
	policies := []caldate.Policy{caldate.Clamp, caldate.RollForward}
	for day, n := (civil{1970, 1, 1}), 0; day.year <= 2400; day, n = day.next(), n+1 {
		start := day.days() * secondsPerDay
		for sample := range 3 {
			i := 3*n + sample
			clock := int64(i%24*3600 + i*61%3600)
			zone := time.FixedZone("", offsets[i/24%len(offsets)])
			now := time.Unix(start+clock, int64(i)%1e9).In(zone)
			p := policies[i%2]

			w, err := caldate.Validity(now, 1, p)
			if err != nil {
				t.Fatalf("Validity(%v, 1, %v): %v", now, p, err)
			}
			end := day.plusMonths(12, p).days() * secondsPerDay
			if w.From.Unix() != start || w.To.Unix() != end {
				t.Fatalf("Validity(%v, 1, %v) = %v to %v, want the Unix times %d to %d", now, p, w.From, w.To, start, end)
			}
			if d := w.Length() / (24 * time.Hour); d != 365 && d != 366 || w.Length()%(24*time.Hour) != 0 {
				t.Fatalf("Validity(%v, 1, %v) is %v long", now, p, w.Length())
			}
			if !w.Contains(now) || w.Validate() != nil {
				t.Fatalf("Validity(%v, 1, %v) is not valid", now, p)
			}
			if sample > 0 { // the ends of one policy on odd days, of the other on even ones
				continue
			}
			if got := throughASN1(t, w.To); !got.Equal(w.To) {
				t.Fatalf("%v is %v in a certificate", w.To, got)
			}
		}
	}
}

// throughASN1 writes at as a certificate does, and reads it back.
func throughASN1(t *testing.T, at time.Time) (read time.Time) {
	t.Helper()
	der, err := asn1.Marshal(at)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := asn1.Unmarshal(der, &read); err != nil {
		t.Fatal(err)
	}
	return read
}

// Each day of 1970 to 2400, moved by months and years that change from day to
// day, in zones that do: the date is that of the calendar above, time of day
// and zone are kept.
//
// LD-09.
func TestAddEachDay(t *testing.T) {
	for day, n := (civil{1971, 1, 2}), 0; day.year <= 2400; day, n = day.next(), n+1 {
		zone := offsets[n%len(offsets)]
		clock := int64(n * 7919 % secondsPerDay)
		at := time.Unix(day.days()*secondsPerDay+clock-int64(zone), int64(n)).In(time.FixedZone("", zone))
		for _, p := range []caldate.Policy{caldate.Clamp, caldate.RollForward} {
			months := n%25 - 11
			if months != 0 { // the same instant, which TestAddZero looks at
				checkMoved(t, day.plusMonths(months, p), at)(caldate.AddMonths(at, months, p))
			}
			years := n%9 + 1
			checkMoved(t, day.plusMonths(12*years, p), at)(caldate.AddYears(at, years, p))
		}
	}
}

// checkMoved returns a function that fails the test unless its argument is the
// time of day of at on the day want.
func checkMoved(t *testing.T, want civil, at time.Time) func(time.Time, error) {
	return func(got time.Time, err error) {
		t.Helper()
		if err != nil {
			t.Fatalf("%v: %v", at, err)
		}
		_, zone := at.Zone()
		day := (at.Unix() + int64(zone)) % secondsPerDay
		if unix := want.days()*secondsPerDay + day - int64(zone); got.Unix() != unix || got.Nanosecond() != at.Nanosecond() {
			t.Fatalf("%v moved to %v, want the Unix time %d, day %v", at, got, unix, want)
		}
		if got.Location() != at.Location() {
			t.Fatalf("%v moved to another location: %v", at, got)
		}
	}
}

// The calendar of the tests is that of package time.
func TestCivil(t *testing.T) {
	for day, n := (civil{1970, 1, 1}), int64(0); day.year < 2401; day, n = day.next(), n+1 {
		if day.days() != n {
			t.Fatalf("%v is day %d, not %d", day, n, day.days())
		}
		y, m, d := time.Unix(n*secondsPerDay, 0).UTC().Date()
		if day != (civil{y, int(m), d}) {
			t.Fatalf("day %d is %v, not %v-%v-%v", n, day, y, m, d)
		}
	}
}
