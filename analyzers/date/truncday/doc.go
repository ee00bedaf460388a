/*
Package truncday reports local times that are truncated to days, which begin at midnight in UTC, not where the time is read.

# Reported

`t.Truncate(24 * time.Hour)`, or Round, with any whole number of days, where t is a local time and the result is taken for the start of a day:

  - its year, month, day or weekday is read, or printed by a layout without a location;
  - AddDate moves it by up to a week;
  - it is compared with a local midnight;
  - it is compared or returned under a name such as today, yesterday, midnight or startOfDay, also by a query with a column that is named for a point in time, as in `created_at >= ?`, or passed under one together with the same 24 hours later or earlier, as to a query; or where a flag or a text has asked for today, as in `case "today"`.

With the option hour, a whole number of hours too, where the hour, minute or clock of the result is read, printed by a layout without a location, or it is compared or returned under a name such as thisHour or startOfHour.

# Why

Truncate works on the time since the zero time, which is a midnight in UTC. Of 07:30 on 15 January in New York it makes 19:00 on 14 January: printed as a date, that is yesterday, and as the start of today it is five hours early. In Berlin, 00:30 becomes 01:00 on the day before. On a server that runs in UTC nothing of it shows.

# Example

{{example}}

# Detection

A time is known to be local if it is the result of time.Now, time.Unix, time.UnixMilli or time.UnixMicro, of Local or of In with a location that was loaded by name, whatever Add, AddDate and variables do in between. The result is followed through Add, Local, variables, parameters and results of functions of the package.

With the option hour, a time is known to be local also if it was put, on some path, into a location that is a parameter, a field or that of another time: then it may be any. The message tells what happens in Kolkata.

The hours in the message are those in the location if its name is constant, else those in New York.

# Silent

The analyzer is silent if

  - the time was converted to UTC, before or after;
  - the location of the time is not known, as that of a parameter or of a clock of an interface;
  - the result is a key, is compared with another truncated time, with the option hour also with one that is read in UTC, or is made a Unix time: a bucket only needs to be the same for the same times;
  - it is compared, stored or passed on under a name that does not say what day it starts, such as the start of a certificate's validity;
  - it is only compared with what fields hold, which may be dates that a database keeps in UTC;
  - it is printed with its location, as by time.RFC3339: then it says which time it is;
  - the file is a test: there the expected and the actual times are mostly made alike.

# Limits

  - Truncating to hours, which is wrong where the offset from UTC is not a whole number of hours, as in India, is reported with the option hour only.
  - A constant width that another package declares is found only if its name is Day.
  - Widths that are not constant are not reported, nor is a location whose offset from UTC is not known to the analyzer.
  - Struct fields and values in maps are not followed.

# Rewrite or suppress

For the start of the local day:

	year, month, day := t.Date()
	start := time.Date(year, month, day, 0, 0, 0, 0, t.Location())

For that of the day in UTC, say so:

	start := t.UTC().Truncate(24 * time.Hour)

For that of an hour:

	hour := time.Date(year, month, day, t.Hour(), 0, 0, 0, t.Location())

If the day of UTC is meant though the time is local, suppress the finding:

	//leapguard:ignore truncday the quota is reset at midnight in UTC

# Options

{{options}}

# References

  - Time.Truncate works on the time as an absolute duration since the zero time: https://pkg.go.dev/time#Time.Truncate
  - Truncate(24h) in other locations than UTC: https://github.com/golang/go/issues/10894
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package truncday
