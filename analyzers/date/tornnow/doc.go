/*
Package tornnow reports dates and keys that are built from several calls of time.Now.

# Reported

Several calls of time.Now of which each yields another part of one value:

  - the arguments of time.Date;
  - text: the functions of package fmt, concatenation, strings.Join, path.Join and filepath.Join;
  - numbers that are reckoned with each other, as in `time.Now().Hour()*60 + time.Now().Minute()`;
  - a composite literal, or the arguments of any call, with a month and its year or day, or a minute and its hour.

Parts are Year, Month, Day, YearDay, Weekday, Hour, Minute, Second and Format with a constant layout, of `time.Now()` itself or after UTC, Local, In or AddDate with constants.

# Why

Each call reads the clock anew. Where midnight, or the full hour, falls between two of them, the parts belong to different dates: the year of 31 December 2026 and month and day of 1 January 2027 are 1 January 2026, a year off. It is rare, no test will find it, and the record or file with that date stays.

# Example

{{example}}

# Detection

The syntax tree is searched for expressions that join parts of several calls of time.Now, resolved by their types. The message says what becomes of the parts when the year ends behind the first call.

# Silent

The analyzer is silent if

  - time.Now is called once and its result kept in a variable;
  - the calls stand in different expressions, or are compared rather than joined;
  - all calls yield the same part, as in a range of years;
  - two layouts share a field, since each may be a stamp of its own;
  - whole times are measured, printed or stored;
  - the parts are those of a date, and the code runs by constant cron expressions that are never due between 23:00 and midnight;
  - what they make is a text with a random number in it: a name that is to be like no other, in which nobody reads a date;
  - what they make is the serial number of a zone, the field Serial of a record SOA: nobody reads a date from it, and the next one is greater;
  - a branch of the function reads the clock too, so that the date on which they differ may not come there;
  - the clock is another one than that of package time;
  - the file is a test, which hardly ever runs when a year ends, and fails but once if it does.

# Limits

  - Parts that are kept in variables first, and joined later, are not followed.
  - Calls through a variable that holds time.Now are not seen.

# Rewrite or suppress

Read the clock once:

	now := time.Now()
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())

The suggested fix does that. It is safe: the only change is that all parts belong to the same moment. There is none outside of functions and in conditions, where the variable would have to be declared elsewhere.

# Options

None.

# References

  - time.Now: https://pkg.go.dev/time#Now
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package tornnow
