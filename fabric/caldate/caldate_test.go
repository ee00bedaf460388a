package caldate_test

import (
	"errors"
	"math"
	"testing"
	"time"
	_ "time/tzdata"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/fabric/caldate"
)

func at(t *testing.T, text string) time.Time {
	t.Helper()
	parsed, err := time.Parse(time.RFC3339Nano, text)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func TestAddMonths(t *testing.T) {
	tests := []struct {
		from             string
		months           int
		clamp, roll, std string
	}{
		{"2028-02-29T10:00:00Z", 12, "2029-02-28T10:00:00Z", "2029-03-01T10:00:00Z", "2029-03-01T10:00:00Z"},
		{"2028-02-29T10:00:00Z", 48, "2032-02-29T10:00:00Z", "2032-02-29T10:00:00Z", "2032-02-29T10:00:00Z"},
		{"2096-02-29T10:00:00Z", 48, "2100-02-28T10:00:00Z", "2100-03-01T10:00:00Z", "2100-03-01T10:00:00Z"},
		{"2028-02-29T10:00:00Z", -12, "2027-02-28T10:00:00Z", "2027-03-01T10:00:00Z", "2027-03-01T10:00:00Z"},
		{"2026-01-31T23:59:59.5Z", 1, "2026-02-28T23:59:59.5Z", "2026-03-01T23:59:59.5Z", "2026-03-03T23:59:59.5Z"},
		{"2026-03-31T00:00:00Z", -1, "2026-02-28T00:00:00Z", "2026-03-01T00:00:00Z", "2026-03-03T00:00:00Z"},
		{"2026-08-31T00:00:00Z", 1, "2026-09-30T00:00:00Z", "2026-10-01T00:00:00Z", "2026-10-01T00:00:00Z"},
		{"2026-12-31T00:00:00Z", 2, "2027-02-28T00:00:00Z", "2027-03-01T00:00:00Z", "2027-03-03T00:00:00Z"},
		{"2026-01-15T00:00:00Z", -1, "2025-12-15T00:00:00Z", "2025-12-15T00:00:00Z", "2025-12-15T00:00:00Z"},
		{"2026-01-31T06:00:00+05:45", 1, "2026-02-28T06:00:00+05:45", "2026-03-01T06:00:00+05:45", "2026-03-03T06:00:00+05:45"},
	}
	for _, test := range tests {
		from := at(t, test.from)
		for p, want := range map[caldate.Policy]string{caldate.Clamp: test.clamp, caldate.RollForward: test.roll} {
			got, err := caldate.AddMonths(from, test.months, p)
			if err != nil || !got.Equal(at(t, want)) {
				t.Errorf("AddMonths(%v, %d, %v) = %v, %v, want %v", from, test.months, p, got, err, want)
			}
		}
		// What the package is there to do otherwise.
		if std := from.AddDate(0, test.months, 0); !std.Equal(at(t, test.std)) {
			t.Errorf("%v.AddDate(0, %d, 0) = %v, want %v", from, test.months, std, test.std)
		}
	}
}

func TestAddZero(t *testing.T) {
	berlin := location(t, "Europe/Berlin")
	// The second of the two half past two: the same clock, another instant.
	second := time.Date(2026, 10, 25, 1, 30, 0, 0, time.UTC).In(berlin)
	for _, from := range []time.Time{second, at(t, "2028-02-29T10:00:00Z")} {
		for _, add := range []func(time.Time, int, caldate.Policy) (time.Time, error){caldate.AddYears, caldate.AddMonths} {
			got, err := add(from, 0, caldate.RollForward)
			if err != nil || !got.Equal(from) || got.Location() != from.Location() {
				t.Errorf("0 after %v is %v, %v", from, got, err)
			}
		}
	}
}

func location(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := time.LoadLocation(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// Times of day that a change of the clocks skips or repeats.
func TestClockChanges(t *testing.T) {
	tests := []struct {
		zone       string
		from, want string
		months     int
	}{
		{"Europe/Berlin", "2026-02-28T02:30:00+01:00", "2026-03-28T02:30:00+01:00", 1}, // the day before
		{"Europe/Berlin", "2026-01-29T02:30:00+01:00", "2026-03-29T03:30:00+02:00", 2}, // skipped
		{"Europe/Berlin", "2026-01-29T02:00:00+01:00", "2026-03-29T03:00:00+02:00", 2}, // the first that is skipped
		{"Europe/Berlin", "2026-01-29T01:59:59.999999999+01:00", "2026-03-29T01:59:59.999999999+01:00", 2},
		{"Europe/Berlin", "2026-01-29T03:00:00+01:00", "2026-03-29T03:00:00+02:00", 2},       // the first after
		{"Europe/Berlin", "2026-09-25T02:30:00+02:00", "2026-10-25T02:30:00+02:00", 1},       // shown twice
		{"Europe/Berlin", "2026-11-25T02:30:00+01:00", "2026-10-25T02:30:00+02:00", -1},      // the same, from the other side
		{"Europe/Berlin", "2026-09-25T03:00:00+02:00", "2026-10-25T03:00:00+01:00", 1},       // shown once
		{"America/New_York", "2026-02-08T02:30:00-05:00", "2026-03-08T03:30:00-04:00", 1},    // skipped
		{"America/New_York", "2026-10-01T01:30:00-04:00", "2026-11-01T01:30:00-04:00", 1},    // shown twice
		{"Australia/Lord_Howe", "2026-09-04T02:15:00+10:30", "2026-10-04T02:45:00+11:00", 1}, // half an hour is skipped
		{"Australia/Lord_Howe", "2026-03-05T01:45:00+11:00", "2026-04-05T01:45:00+11:00", 1}, // half an hour is shown twice
		{"Pacific/Apia", "2011-11-30T12:00:00-10:00", "2011-12-31T12:00:00+14:00", 1},        // a day is skipped
		{"Asia/Kathmandu", "1985-12-01T00:05:00+05:30", "1986-01-01T00:20:00+05:45", 1},      // a quarter is skipped, at midnight
		{"America/Sao_Paulo", "2018-10-04T00:30:00-03:00", "2018-11-04T01:30:00-02:00", 1},   // midnight is skipped
		{"Africa/Monrovia", "1971-12-07T00:20:00-00:44", "1972-01-07T01:04:30Z", 1},          // 44 minutes and a half are skipped
	}
	for _, test := range tests {
		from := at(t, test.from).In(location(t, test.zone))
		if test.zone == "Africa/Monrovia" { // offsets with seconds have no text
			from = time.Date(1971, 12, 7, 0, 20, 0, 0, location(t, test.zone))
		}
		got, err := caldate.AddMonths(from, test.months, caldate.Clamp)
		if err != nil || !got.Equal(at(t, test.want)) {
			t.Errorf("%s: AddMonths(%v, %d) = %v, %v, want %v", test.zone, from, test.months, got, err, test.want)
		}
	}
}

// In any zone a result shows the time of day that was asked for, and is the
// first instant to do so, unless none does; then it is later by what is left
// out.
func TestClockProperty(t *testing.T) {
	zones := []*time.Location{time.UTC}
	for _, name := range []string{"Europe/Dublin", "America/St_Johns", "Pacific/Chatham", "Africa/Casablanca",
		"Asia/Tehran", "Australia/Lord_Howe", "America/Asuncion", "Antarctica/Troll"} {
		zones = append(zones, location(t, name))
	}
	rapid.Check(t, func(t *rapid.T) {
		zone := rapid.SampledFrom(zones).Draw(t, "zone")
		quarter := rapid.Int64Range(1975*365*96-1970*365*96, 70*365*96).Draw(t, "quarter of an hour")
		from := time.Unix(quarter*900, 0).In(zone)
		months := rapid.IntRange(1, 40).Draw(t, "months")
		got, err := caldate.AddMonths(from, months, caldate.Clamp)
		if err != nil {
			t.Fatal(err)
		}
		inUTC := time.Date(from.Year(), from.Month(), from.Day(), from.Hour(), from.Minute(), 0, 0, time.UTC)
		asked, err := caldate.AddMonths(inUTC, months, caldate.Clamp)
		if err != nil {
			t.Fatal(err)
		}
		want := firstShowing(asked, zone)
		if want.IsZero() {
			_, before := got.Add(-4 * time.Hour).Zone()
			want = asked.Add(-time.Duration(before) * time.Second)
		}
		if !got.Equal(want) {
			t.Fatalf("AddMonths(%v, %d) = %v, want %v", from, months, got, want.In(zone))
		}
	})
}

// firstShowing returns the first instant at which clocks in zone show what one
// in UTC shows at asked, by trying them all; the zero time if there is none.
func firstShowing(asked time.Time, zone *time.Location) time.Time {
	for try := asked.Add(-15 * time.Hour); try.Before(asked.Add(15 * time.Hour)); try = try.Add(15 * time.Minute) {
		if shown := try.In(zone); shown.Format(time.DateTime) == asked.Format(time.DateTime) {
			return try
		}
	}
	return time.Time{}
}

// Moving keeps the order of times, years are twelve months, and the policies
// differ by a day at most, whatever the date.
func TestAddProperties(t *testing.T) {
	unix := rapid.Int64Range(at(t, "1995-01-01T00:00:00Z").Unix(), at(t, "9970-01-01T00:00:00Z").Unix())
	rapid.Check(t, func(t *rapid.T) {
		a := time.Unix(unix.Draw(t, "a"), 0).UTC()
		b := a.Add(time.Duration(rapid.Int64Range(0, 5*secondsPerDay).Draw(t, "distance")) * time.Second)
		n := rapid.IntRange(-20, 20).Draw(t, "n")
		clamp, err1 := caldate.AddYears(a, n, caldate.Clamp)
		roll, err2 := caldate.AddYears(a, n, caldate.RollForward)
		months, err3 := caldate.AddMonths(a, 12*n, caldate.Clamp)
		later, err4 := caldate.AddYears(b, n, caldate.Clamp)
		if err := errors.Join(err1, err2, err3, err4); err != nil {
			t.Fatal(err)
		}
		if d := roll.Sub(clamp); d != 0 && d != 24*time.Hour {
			t.Fatalf("%v by %d years: %v is not the day after %v", a, n, roll, clamp)
		}
		if d := roll.Sub(clamp); d != 0 && (a.Month() != time.February || a.Day() != 29) {
			t.Fatalf("%v by %d years: %v or %v", a, n, roll, clamp)
		}
		if !months.Equal(clamp) {
			t.Fatalf("%v by %d years is %v, by months %v", a, n, clamp, months)
		}
		// On one day the order is that of the clock; two days may become one.
		if sameDay := a.YearDay() == b.YearDay(); later.Before(clamp) && (sameDay || clamp.YearDay() != later.YearDay()) {
			t.Fatalf("%v is before %v, but after %d years it is %v and %v", a, b, n, clamp, later)
		}
	})
}

func TestAddErrors(t *testing.T) {
	date := at(t, "2028-02-29T10:00:00Z")
	tests := []struct {
		name string
		from time.Time
		n    int
		p    caldate.Policy
		want error
	}{
		{"zero time", time.Time{}, 1, caldate.Clamp, caldate.ErrZero},
		{"zero time elsewhere", time.Time{}.In(time.FixedZone("", 5*3600+2700)), 1, caldate.Clamp, caldate.ErrZero},
		{"zero time, no step", time.Time{}, 0, caldate.Clamp, caldate.ErrZero},
		{"before 1970", at(t, "1969-12-31T23:59:59.999999999Z"), 1, caldate.Clamp, caldate.ErrRange},
		{"before 1970 in UTC", at(t, "1970-01-01T05:44:59+05:45"), 1, caldate.Clamp, caldate.ErrRange},
		{"after 9999 in UTC", at(t, "9999-12-31T20:30:00-03:30"), -1, caldate.Clamp, caldate.ErrRange},
		{"far future", time.Unix(math.MaxInt64/2, 0), -1, caldate.Clamp, caldate.ErrRange},
		{"far past", time.Unix(math.MinInt64/2, 0), 1, caldate.Clamp, caldate.ErrRange},
		{"to 10000", date, 9999 - 2028 + 1, caldate.Clamp, caldate.ErrRange},
		{"to 1969", date, 1969 - 2028, caldate.Clamp, caldate.ErrRange},
		{"greatest step", date, math.MaxInt, caldate.Clamp, caldate.ErrRange},
		{"least step", date, math.MinInt, caldate.Clamp, caldate.ErrRange},
		{"step that overflows to 1", date, math.MinInt/12 + 1, caldate.Clamp, caldate.ErrRange},
		{"no policy", date, 1, caldate.RollForward + 1, caldate.ErrPolicy},
		{"no policy", date, 1, 255, caldate.ErrPolicy},
	}
	for _, test := range tests {
		if got, err := caldate.AddYears(test.from, test.n, test.p); !errors.Is(err, test.want) || !got.IsZero() {
			t.Errorf("%s: AddYears = %v, %v, want %v", test.name, got, err, test.want)
		}
	}
	// In the zone it is still 9999, in UTC no longer.
	evening := at(t, "9999-01-31T20:00:00-04:00")
	if got, err := caldate.AddMonths(evening, 11, caldate.Clamp); !errors.Is(err, caldate.ErrRange) || !got.IsZero() {
		t.Errorf("AddMonths(%v, 11) = %v, %v", evening, got, err)
	}
	for _, n := range []int{math.MaxInt, math.MinInt, 1 << 40, -97000, 97000} {
		if got, err := caldate.AddMonths(date, n, caldate.Clamp); !errors.Is(err, caldate.ErrRange) || !got.IsZero() {
			t.Errorf("AddMonths(%v, %d) = %v, %v", date, n, got, err)
		}
	}
}

// The first and the last instant are in range, as arguments and as results.
func TestRangeEnds(t *testing.T) {
	first, last := at(t, "1970-01-01T00:00:00Z"), at(t, "9999-12-31T23:59:59.999999999Z")
	up, err := caldate.AddYears(first, 8029, caldate.Clamp)
	if want := at(t, "9999-01-01T00:00:00Z"); err != nil || !up.Equal(want) {
		t.Errorf("got %v, %v, want %v", up, err, want)
	}
	down, err := caldate.AddYears(last, -8029, caldate.Clamp)
	if want := at(t, "1970-12-31T23:59:59.999999999Z"); err != nil || !down.Equal(want) {
		t.Errorf("got %v, %v, want %v", down, err, want)
	}
	// The year in the zone is 1969 and 10000; it is UTC that counts.
	if _, err := caldate.AddYears(first.In(time.FixedZone("", -12*3600)), 1, caldate.Clamp); err != nil {
		t.Error(err)
	}
	if _, err := caldate.AddYears(last.In(time.FixedZone("", 14*3600)), -1, caldate.Clamp); err != nil {
		t.Error(err)
	}
}

func TestPolicyString(t *testing.T) {
	for p, want := range map[caldate.Policy]string{caldate.Clamp: "Clamp", caldate.RollForward: "RollForward", 7: "Policy(7)"} {
		if got := p.String(); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if p := caldate.Policy(0); p != caldate.Clamp {
		t.Errorf("the zero policy is %v", p)
	}
}

// The two ways to count three months, each where it is the earlier one.
//
// CX-24.
func TestThreeMonthsBefore(t *testing.T) {
	tests := []struct{ end, want string }{
		{"2013-02-22T20:29:53Z", "2012-11-22T20:29:53Z"},           // the date; 90 days are 24 November
		{"2013-05-01T00:00:00Z", "2013-01-31T00:00:00Z"},           // 90 days; the date is 1 February
		{"2012-05-01T00:00:00Z", "2012-02-01T00:00:00Z"},           // the same day in both
		{"2013-05-31T00:00:00Z", "2013-02-28T00:00:00Z"},           // clamped
		{"2012-05-31T12:00:00-03:30", "2012-02-29T12:00:00-03:30"}, // clamped, leap year
		{"1970-04-01T00:00:00Z", "1970-01-01T00:00:00Z"},           // the first that there is
	}
	for _, test := range tests {
		got, err := caldate.ThreeMonthsBefore(at(t, test.end))
		if err != nil || !got.Equal(at(t, test.want)) {
			t.Errorf("ThreeMonthsBefore(%s) = %v, %v, want %s", test.end, got, err, test.want)
		}
	}
	for _, test := range []struct {
		end  time.Time
		want error
	}{
		{time.Time{}, caldate.ErrZero},
		{at(t, "1970-03-31T23:59:59Z"), caldate.ErrRange},
		{at(t, "1970-03-01T00:00:00Z"), caldate.ErrRange},
		{at(t, "9999-12-31T23:59:59-01:00"), caldate.ErrRange},
	} {
		if got, err := caldate.ThreeMonthsBefore(test.end); !errors.Is(err, test.want) || !got.IsZero() {
			t.Errorf("ThreeMonthsBefore(%v) = %v, %v, want %v", test.end, got, err, test.want)
		}
	}
}
