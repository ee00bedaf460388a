/*
Package localutc reports dates that are read from a local time, put into UTC, and then taken for points in time.

# Reported

  - `time.Date(now.Year(), now.Month(), now.Day(), ..., time.UTC)` where now is a local time, and the result is compared with a point in time: by Before, After, Equal, Compare, Sub, ==, time.Since or time.Until, or by a query with a column that is named for one, as in `created_at >= ?`. The parts may be results of `now.Date()`, or moved by a constant as in `now.Day()+1`.
  - The same as the result of a function whose name says that it is the beginning or end of a day, such as StartOfToday: it is that of no day, be it local or of UTC, when the two have different dates.
  - `time.Date(s.Year(), s.Month(), ..., time.UTC)` in an exported method of a type that embeds a time.Time, which returns another of that type, where another method of it makes dates in `s.Location()`: then the type is not one of times in UTC.
  - The call of a function of another package of the module that returns such a date, where the result is compared with a point in time.

# Why

A date has no location; time.Date needs one. Where UTC is put in for want of another, the result is midnight of the right date in the wrong place. At 23:30 on 15 January in New York, "today" begins at 19:00 on 14 January, so that the events of the evening before count as of today; and what is to begin at midnight begins five hours early. In Asia it is the other way round: for the first hours of a day, its start is still to come. On a server that runs in UTC nothing of it shows.

# Example

{{example}}

# Detection

A time is known to be local if it is the result of time.Now, time.Unix, time.UnixMilli or time.UnixMicro, of Local, or of In with a location that was loaded by name, whatever Add, AddDate and variables do in between. The date is followed through variables, parameters and results of functions of the package. Points in time are the present, clocks, Unix times, timestamps parsed by a layout with a location, modification times of files, the validity of certificates, and dates made of the parts of such in their own location.

The hour in the message is that in the location if its name is constant, else that in New York.

# Silent

The analyzer is silent if

  - both sides are dates in UTC: this is how days are counted;
  - the other side is not known, such as a parameter, a field or another column of a database;
  - the other side is a constant date, a date that was parsed without a location, or the zero time;
  - the time was converted to UTC first;
  - the location of the time is not known, as that of a parameter or of a clock of an interface;
  - month and day are constant, so that only the year is read from the local time;
  - the time of day is read too, and the difference gives the offset of the location;
  - the result is only printed, stored, or taken apart again;
  - the hour is one of several, such as opening hours, all of which are on the right day in the example: they are meant to be in UTC;
  - it is compared only where a text has been parsed by a layout that it never fits, such as that of String by time.RFC3339;
  - the file is a test: there the expected and the actual times are mostly made alike.

# Limits

  - Keys of maps and dates in structs or databases are not followed.
  - UTC is looked for in the call of time.Date itself, not in a variable.
  - Numbers made of the date by Unix are not followed.
  - Of types that wrap a time, those are known that embed it, and their methods with "UTC" in the name are left alone.
  - A location whose offset from UTC is not known to the analyzer is not reported, nor is one that a function returns.

# Rewrite or suppress

For the start of the local day, keep the location:

	start := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())

For that of the day in UTC, convert first:

	now := time.Now().UTC()

If the shift is meant, suppress the finding:

	//leapguard:ignore localutc the deadline is the local date, anywhere on earth

# Options

None.

# References

  - time.Date: https://pkg.go.dev/time#Date
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package localutc
