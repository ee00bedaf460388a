/*
Package noyear reports the current year put into a time that was read without one, which is wrong around the turn of the year.

# Reported

  - `t.AddDate(now.Year(), 0, 0)`, where t has no year: it was parsed by a layout without one, the call happens only if `t.Year() == 0`, or nothing is known of t. The number of the present year, added to a time that has a year already, makes no sense.
  - `time.Date(now.Year(), t.Month(), t.Day(), ...)`, where t was parsed by a layout without a year, or the call happens only if `t.Year() == 0`.

The present is the result of time.Now, of a method Now, of a function value without parameters such as a clock in a field, or a parameter named now. Year, month and day may be kept in variables, come from `Date()`, and t from a function of the package that parses it.

# Why

Logs in the format of BSD syslog, RFC 3164, have no year. A line of 31 December that is read on 1 January 2027, because it was written a minute before midnight or is read from a file, gets 31 December 2027, eleven months and thirty days in the future. It is dropped by limits for future data, or stays on top of every list for a year. A sender whose clock is ahead has the reverse. 29 February parses without a year, because the year 0 is a leap year, but becomes 1 March in three years of four.

# Example

{{example}}

# Detection

Candidates are found by syntax: AddDate with a first argument that is not constant, and time.Date with year and month of different times. For these, SSA tells where the year comes from and which layout the time was parsed by. What follows is looked at in the function itself, its function literals, the functions of the package that call it, and, for the result, its uses.

# Silent

The analyzer is silent if

  - the code deals with the turn of the year: a time is moved by a constant number of years, years are counted up or down, months, days or days of the year are compared;
  - the result is compared with another time by After, Compare, Sub, Since or Until, or by Before, unless that asks only whether the result is before a time other than the present;
  - the result is handed to a function together with the present;
  - the layout has a year, or no month or no day, or no hour: it is people who write a day alone, and mean one of this year;
  - the function has a name in it of what comes every year, such as birthday, anniversary, holiday or season;
  - a field or parameter stands in for the present if it is set: the caller has the choice of the year;
  - the text is constant;
  - t is the first of a month, or a day up to 28 by constant, or the zero time;
  - the year is that of a time that is not known to be the present;
  - the file is a test.

# Limits

  - The current year put before the text, as in `time.Parse("2006 Jan 2", fmt.Sprintf("%d %s", now.Year(), s))`, is not reported.
  - Callers in other packages that deal with the turn of the year are not seen.
  - Any of the comparisons and corrections above counts, not only one that is right.

# Rewrite or suppress

Take the year that brings the time next to the present, or, as in the example, the last one in which it is not in the future. If the present is known to be of the same year, suppress the finding:

	//leapguard:ignore noyear the file is read on the day it is written

# Options

None.

# References

  - RFC 3164, the timestamp of BSD syslog: https://www.rfc-editor.org/rfc/rfc3164#section-4.1.2
  - Elements omitted from the layout are assumed to be zero: https://pkg.go.dev/time#Parse
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package noyear
