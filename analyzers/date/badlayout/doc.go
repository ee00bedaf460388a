/*
Package badlayout reports layouts of times that do not print or parse what they are for.

# Reported

  - Month and day that have each other's place behind the year: `20060201`, `2006/02/01`.
  - A number of the month where the day belongs, and no day: `2006-01-01`, `01 Jan 2006`, `Jan 01, 2006`.
  - A year and a day without a month: `2006-02`, or `Mon 02, 2006`, where Mon is the day of the week.
  - An example of a date, the numbers of which stand for parts of the clock: `2006-03-15`, `03/05/2006`.
  - An example of an hour: `14:04`, `20060102140405`.
  - Minutes or seconds written as another field: `15:01`, `15:05`, `15:04:04`, `20060102150406`.
  - The 12-hour clock without AM and PM: `2006-01-02 03:04:05`.
  - AM and PM behind the 24-hour clock: `15:04 PM`, where it is printed.
  - An example of a zone offset or of a fraction of a second, the digits of which stand for other fields: `15:04:05-05:00`, `15:04:05.123`.

It does not matter how the layout gets to time.Parse, time.ParseInLocation, Time.Format or Time.AppendFormat: as a constant, also of another package, by a variable, an element or a key of a table, a field, a result of a function, or a parameter of a function of the same or of another package of the module. The finding is where the layout is written.

# Why

The reference time is 2 January 2006, 15:04:05, and each of its numbers stands for a field: 01 is the month, 02 the day, 03 and 15 the hour, 04 the minute. A layout with the wrong number is valid, and right on some days. Files named by `20060201150405` sort well until a month ends: 3 April is 20260304 and comes before 31 March, 20263103. A parser that has `01 Jan 2006` among its layouts reads `05 Mar 2026` as 1 March and rejects all days from the 13th.

# Example

{{example}}

# Detection

Layouts are taken apart as package time does. Where the fields do not fit together, the layout that is probably meant is made, and both are tried on 31 March 2026 17:48:39 and on 3 April 2026 05:06:07. There is a finding only if what they print, or what they read of the text that is meant, differs; the message tells it.

The way of a layout to the call is followed by syntax and types, without regard to paths: what is stored in a variable or field anywhere in the package counts wherever that is read.

# Silent

The analyzer is silent if

  - the day comes first: `02/01/2006`, and for `01/02/2006`;
  - all of a date is there and parts of it again, as in names of directories and files, `2006/01/2006-01-02.log`, or there are number and name of a month that make up a label, `01-January`, `January (01)`;
  - day and month have each other's place in a table that has the right order as well: the user has the choice;
  - a loop parses by each layout of a list until one fits, and the others read whatever this one is for, so that it has no effect;
  - the 12-hour clock is that of a face, `03:04` without date and seconds, or only the hour; or the file has AM or PM on its own, as a layout or a word;
  - AM and PM stand behind the 24-hour clock in a layout for parsing, which works, be it for printing as well;
  - the hour, minute or second is a number that is printed as it stands, `15:00`, `00:04:05`;
  - go vet reports it: `2006-02-01` in a constant that is the argument of time.Parse or Time.Format;
  - it stands in a test, but not as the argument of a function of package time, or the test does not expect that parsing succeeds, or it fails unless what gets the text returns an error or the zero time.

# Limits

  - Layouts made by functions, read from flags or files, or put together of parts that are not constant, are not followed; nor are function literals with a layout as parameter, interfaces, and variables of other packages.
  - A layout that does not print what its own text shows, such as `YYYY-MM-DD`, which prints itself, is not reported.
  - Of layouts without separators, `20060201`, `20060101`, `20060201150405`, `20060201_150405`, `20060102140405`, `20060102150105`, `20060102030405` and `20060102_030405` are known; of others, those with 2006, 01, 04, 05 or 06 on its own, as in `2006-01-01` and `14:04`.
  - A layout of a time zone with digits that stand for nothing, `+08:00`, prints itself.
  - Only by the layouts themselves: that a layout does not fit the texts that it is used for is not known.
  - A function of another package that passes a layout on is known as such only if one of its words is layout, format or the like.

# Rewrite or suppress

Use the constants of package time where one fits: time.DateOnly, time.DateTime, time.RFC3339. Where exactly one layout is likely to be meant, the suggested fix has it. It is not a safe fix: names and texts that were made by the old layout are not found or read by the new one.

	//leapguard:ignore badlayout the register of that country writes the day before the month

# Options

None.

# References

  - The reference time: https://pkg.go.dev/time#pkg-constants
  - go vet timeformat: https://pkg.go.dev/golang.org/x/tools/go/analysis/passes/timeformat
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package badlayout
