/*
Package monthstart reports starts and ends of months that are off by a part of a day or by a day.

# Reported

  - `now.AddDate(0, 0, 1-now.Day())`, the first of the month at the clock of now, that bounds other times: compared with them by Before, After or Compare, or given to a query as `created_at >= ?`, `BETWEEN`, `"$gte"` or GtOrEq;
  - `time.Date(y, m, -1, ...)`: day 0 is the last of the month before, day -1 the one before that;
  - `time.Date(y, m, 0, 0, 0, 0, 0, loc)` that becomes the value of a variable, field or function whose name says that it is a start, such as firstDay, monthStart or from.

# Why

AddDate keeps the clock. At half past three, what happened on the morning of the first is not "since the first of the month" any more: reports and invoices differ with the time of day at which they are made. Day -1 and day 0 are off by one in the same way as an index is, and time.Date does not complain.

# Example

{{example}}

# Detection

The result of AddDate, or of a helper of the module that returns such a result for its argument, is followed through variables, parameters and results to a place where a part of a day makes a difference. Its clock has to be that of a function Now. Calls of time.Date are judged by their constant day and the name given to the result.

# Silent

The analyzer is silent if

  - the clock is zeroed before or after: time.Date, Truncate;
  - it is not known to be that of the present, such as that of a parameter of an exported function;
  - the result is formatted, printed, stored or read by parts;
  - it is compared with a time that has its clock from the same time, or with the present;
  - the column of a query does not look like one of instants (`_at`, `time`, `created`, ...), but of dates;
  - day 0 is the last day of a month, by its name or because Day is all that is read: `time.Date(y, m+1, 0, ...).Day()` is the number of days of a month;
  - days are added afterwards, or the bound is exclusive (`x.After(start)`), or the clock is the end of the day;
  - the year is an origin such as 1 or 0, or all parts are constants in a test;
  - day -1 is meant, by its name: penultimate, before, previous.

# Limits

  - What other packages than those of the module do with a bound is not known.
  - A start made by time.Date with the hour of another time is not reported.
  - The name of a column is all that tells dates and instants apart.

# Rewrite or suppress

	start := time.Date(now.Year(), now.Month(), 1, 0, 0, 0, 0, now.Location())
	lastDay := time.Date(y, m+1, 0, 0, 0, 0, 0, loc)

The suggested fixes do this where the expression shows what was meant. They are unsafe, since they change the result.

# Options

None.

# References

  - time.Date normalises days: https://pkg.go.dev/time#Date
  - Date with day -1: https://github.com/golang/go/issues/66087
  - CWE-193, Off-by-one Error: https://cwe.mitre.org/data/definitions/193.html
*/
package monthstart
