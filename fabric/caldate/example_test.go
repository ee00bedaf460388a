package caldate_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/caldate"
)

// A certificate for a year, made on a leap day by an agent in California, where
// it is still the day before.
func ExampleValidity() {
	pst := time.FixedZone("PST", -8*60*60)
	now := time.Date(2012, time.February, 28, 16, 0, 0, 0, pst)
	w, err := caldate.Validity(now, 1, caldate.Clamp)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(w.From)
	fmt.Println(w.To)
	fmt.Println(w.Length().Hours()/24, "days")
	// Output:
	// 2012-02-29 00:00:00 +0000 UTC
	// 2013-02-28 00:00:00 +0000 UTC
	// 365 days
}

func ExampleValidityDays() {
	now := time.Date(2028, time.February, 29, 12, 0, 0, 0, time.UTC)
	w, err := caldate.ValidityDays(now, 90)
	fmt.Println(w.To, err)
	_, err = caldate.ValidityDays(now, -90)
	fmt.Println(errors.Is(err, caldate.ErrLength), err)
	// Output:
	// 2028-05-29 00:00:00 +0000 UTC <nil>
	// true caldate: period is not positive: -90 days
}

// A birthday, and a term that must not be shorter than a year.
func ExampleAddYears() {
	born := time.Date(2008, time.February, 29, 0, 0, 0, 0, time.UTC)
	for _, p := range []caldate.Policy{caldate.Clamp, caldate.RollForward} {
		t, err := caldate.AddYears(born, 18, p)
		fmt.Println(p, t.Format(time.DateOnly), err)
	}
	// Output:
	// Clamp 2026-02-28 <nil>
	// RollForward 2026-03-01 <nil>
}

// A subscription that is paid at the end of each month: each date is counted
// from the first one, so that February does not move those that follow.
func ExampleAddMonths() {
	first := time.Date(2026, time.January, 31, 9, 0, 0, 0, time.UTC)
	for n := range 4 {
		due, err := caldate.AddMonths(first, n, caldate.Clamp)
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(due.Format(time.DateOnly))
	}
	// Output:
	// 2026-01-31
	// 2026-02-28
	// 2026-03-31
	// 2026-04-30
}

// When a certificate has to be on its way out of production.
func ExampleThreeMonthsBefore() {
	expiry := time.Date(2013, time.February, 22, 20, 29, 53, 0, time.UTC)
	t, err := caldate.ThreeMonthsBefore(expiry)
	fmt.Println(t, err)
	// Output:
	// 2012-11-22 20:29:53 +0000 UTC <nil>
}

func ExampleWindow_Contains() {
	w := caldate.Window{
		From: time.Date(2012, time.February, 29, 0, 0, 0, 0, time.UTC),
		To:   time.Date(2013, time.February, 28, 0, 0, 0, 0, time.UTC),
	}
	fmt.Println(w.Contains(w.To), w.Contains(w.To.Add(1)))
	// Output:
	// true false
}

// What is read from elsewhere is looked at before it is signed.
func ExampleWindow_Validate() {
	w := caldate.Window{
		From: time.Date(2013, time.February, 28, 0, 0, 0, 0, time.UTC),
		To:   time.Date(2012, time.February, 29, 0, 0, 0, 0, time.UTC),
	}
	fmt.Println(w.Validate())
	// Output:
	// caldate: period is not positive: the window ends -8760h0m0s after it begins
}
