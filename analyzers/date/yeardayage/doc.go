/*
Package yeardayage reports days of the year of two times that are ordered or subtracted though the times can be of different years.

# Reported

  - `now.YearDay() < birth.YearDay()` and the like with <=, > and >=: from 1 March on, a day has another number in a leap year than in other years.
  - `to.YearDay() - from.YearDay()`, also plus or minus a constant: the number starts again at 1 every year.
  - The same with 365 added if it is negative, or with 365 times the difference of the years: leap years are left out.
  - `365 - t.YearDay()` as the number of days left in a year.

# Why

Whoever was born on 1 March 2024, day 61 of a leap year, turns two on 1 March 2026, day 60: an age by day of the year is one too low on that birthday, and one too high on the day before it for those born in other years when the year is a leap year. That is so on one in three birthdays from March on, at an age limit as well. A stay from 31 December to 1 January has -364 nights, and is paid for accordingly.

# Example

{{example}}

# Detection

Operands of <, <=, >, >=, + and - are followed through variables, conversions and sums to calls of YearDay of package time. If nothing shows that the two times are of one year, dates are computed on which the result is wrong: around the end of February for an order, over New Year for a difference. If one of the times is a constant date, that is one of them. Where no such dates exist, nothing is reported.

# Silent

The analyzer is silent if

  - the years of the two times are compared for equality anywhere in the function, or ordered on the path;
  - both are the same time, in whatever zone;
  - one time is made of the other, as by `time.Date(now.Year(), birth.Month(), birth.Day(), ...)`, or both of a third one or of the same year;
  - something that is not constant is added to the difference, such as the lengths of the years between;
  - a day of the year was changed before it is compared, as by a leap-year correction;
  - for an order, the function asks whether a day of the year is 1, 365 or 366, or a day 31: then it knows where a year ends;
  - for sums with 365, the function holds 366 or a remainder, which leap-year tests have;
  - days are compared with == or != only, or with a constant.

# Limits

  - A day of the year that was stored in a field, or is a parameter, is not followed.
  - Times that differ by AddDate or Add from each other are taken to be of one year.
  - Elements of one slice are taken to be of one year.

# Rewrite or suppress

Compare month and day for an age. For a number of days, subtract midnights in UTC, as the example does.

	//leapguard:ignore yeardayage both dates are of the season's year

# Options

None.

# References

  - time.Time.YearDay: https://pkg.go.dev/time#Time.YearDay
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package yeardayage
