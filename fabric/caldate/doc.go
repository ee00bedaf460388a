/*
Package caldate moves dates by years and months, and makes periods of validity, so that they come out right on 29 February and at the ends of months.

Adding a year to 29 February 2028, or a month to 31 January, names a day that the calendar does not have. Text made of such a date does not parse; [time.Date] and [time.Time.AddDate] do not fail but go on into the next month. In this package the caller says what is to become of such a day, by a [Policy]:

	                 29 Feb 2028 + 1 year    31 Jan 2026 + 1 month    31 Jan 2026 - 2 months
	Clamp            28 Feb 2029             28 Feb 2026              30 Nov 2025
	RollForward       1 Mar 2029              1 Mar 2026               1 Dec 2025
	time.AddDate      1 Mar 2029              3 Mar 2026               1 Dec 2025

[AddYears] and [AddMonths] move a date. [Validity] and [ValidityDays] make the [Window] of a certificate, token or lease that begins today. [ThreeMonthsBefore] says when to begin to warn of an end.

# Time of day

AddYears and AddMonths keep the location and the time that the clock on the wall shows there. Where summer time begins, an hour of wall-clock times is skipped; one that falls there is read with the offset from UTC that was in force before, so that 02:30 becomes 03:30. Where summer time ends, an hour is shown twice; then the first one is meant. That is how RFC 5545, section 3.3.5, reads them, and holds for any other change of the clocks, such as the day that Samoa left out in 2011. time.Date leaves it open. Readings of the monotonic clock are dropped.

# Errors

Times lie in the years 1970 to 9999 of UTC, arguments as well as results. RFC 5280, section 4.1.2.5, can write the years 1950 to 9999 in a certificate, and 9999 is the last year with four digits, which is what RFC 3339 and most databases hold; times before 1970 are, in what is valid from today on, a clock that has not been set. What lies outside is [ErrRange], a zero time [ErrZero], a period that is empty or ends before it begins [ErrLength], a policy that is none [ErrPolicy]. Results are the zero Time and Window then. Nothing panics, whatever the arguments.

No function reads a clock or depends on the time zone of the process: equal arguments give equal results.
*/
package caldate
