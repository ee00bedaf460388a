/*
Package monthadd reports months that are added to a day which not every month has, where the month of the result is then named.

# Reported

  - `t.AddDate(y, m, 0)` and `time.Date(t.Year(), t.Month()+m, t.Day(), ...)` on a date that may be the 29th, 30th or 31st, if the result is used for its month and not for its day: `Month()`, `Date()` without the day, `Format` with a layout such as "2006-01", the first of its month.
  - The same by functions of libraries that overflow as AddDate does, such as AddMonths of carbon and of civil.Date, and by AddDate of a type that embeds a time.Time.
  - The same in a loop that steps a month at a time.

# Why

AddDate does not fail where a month is too short: one month before 31 March is 31 February, which is 3 March. A report on "last month" is then one on this month, and what is stepped month by month skips February. It happens on seven days of most years, at the end of a month, when bills are written.

# Example

{{example}}

# Detection

What is known of the day of the date is computed: the present, parsed text with a day, a day above 28 may be any day; constants, layouts without a day, `AddDate(0, 0, 1-t.Day())`, functions of the module that return the first of a month, and what the callers of an unexported function pass, may not. Of libraries, jinzhu/now, carbon, civil, rickb777/date, timestamppb, the times of Kubernetes, and clocks are known, by a table. A date that comes from outside the package counts only as the parameter of a function: the function is wrong for some of what it may be given. What is done with the result is followed through variables, function literals, calls, and results of unexported functions.

# Silent

The analyzer is silent if

  - the day is known to be at most 28, or nothing is known of it, as of a field;
  - the same call moves to the first of the month: `t.AddDate(0, -1, 1-t.Day())`;
  - the day is used as well, or the whole date is printed or stored, or only compared as an instant;
  - the month or the day of the result is compared;
  - a branch has tested the day of the date, or of the present if it is that: before the call, in a function of the package that the date is passed to, or at all calls of an unexported function;
  - the date is the present, and the package registers the function by constant cron expressions, or days of gocron, that are never due after the 28th;
  - the number of months is a multiple of 12;
  - the library takes the last day of a month that is too short, as AddMonthsNoOverflow does;
  - the name of a parameter or its function says that it is the start of something;
  - the date is chosen by a test, and the month is named by the code under test alone;
  - a test moves the present by months, and makes a date of the month and the year that it comes to, or gives the number of the month to the module: any date about so far away will do.

# Limits

  - Dates in fields, maps, and results of functions outside the module are not known, those of the libraries above and clocks (a method Now) aside.
  - A date that is a first of the month on one path only is left alone.
  - Results that are stored in fields or leave the package are not followed.

# Rewrite or suppress

Go to the first of the month first, or in the same call:

	last := now.AddDate(0, -1, 1-now.Day())

To keep the day where the month has it, and take the last day where it does not, compute the last day: `time.Date(y, m+1, 0, ...)`. Or suppress the finding:

	//leapguard:ignore monthadd the report runs on the first of the month

The suggested fix goes to the first of the month. It changes the day, so look at other uses of the date.

# Options

None.

# References

  - AddDate normalises: https://pkg.go.dev/time#Time.AddDate
  - One of eleven reports that AddDate is broken: https://github.com/golang/go/issues/31145
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package monthadd
