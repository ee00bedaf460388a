/*
Package isoyear reports ISO weeks that are joined with the calendar year, and ISO years that are used with month and day.

# Reported

  - The week of `t.ISOWeek()` with the year of `t.Year()`, `t.Date()` or `t.Format("2006")`, joined in one text, struct, array, list of results or call: a label, a key, the arguments of a function of the week.
  - Two times that count as of one week if their weeks and their calendar years are equal.
  - The year of `t.ISOWeek()` with month, day or day of the year of t, joined likewise, or made a date by time.Date.

# Why

A week belongs to the year that holds its Thursday. 30 December 2024 is in week 1 of 2025, so that year and week of the day make "2024-W01", the name of a week that ended in January: a report or partition of the old week is overwritten, a rota is shown that was over a year ago, and what happened in one week is counted in two. Up to three days at either end of a year are concerned, in most years.

# Example

{{example}}

# Detection

Results of ISOWeek are followed through variables and conversions to calls of package fmt, concatenations, composite literals, stores to fields, return statements, comparisons and calls with up to four arguments, in which a part of the same time stands beside them. The message shows what 30 December 2024 makes of it.

# Silent

The analyzer is silent if

  - the ISO year is part of the same text, struct or call as the week;
  - month, day or the time itself are part of it: the year is that of the date, the week is a further property;
  - the function compares the ISO year with anything, or the week with a constant, as to correct the year;
  - the time cannot be in the days concerned: time.Date with a constant month other than December and January, or with 4 January or 28 December;
  - the time was moved by a distance that is not constant, as to the Thursday of the week, or returned by a function of the module that takes a time;
  - year and week are those of different times;
  - parts are written one after the other, as in an implementation of strftime.

# Limits

  - Parts that were stored in fields or come from functions of the module are not followed.
  - The week alone, its parity, and differences of weeks are not reported.
  - Maps, and pairs of strings such as those of strings.NewReplacer or of structured logging, are not joins.

# Rewrite or suppress

Use both results of ISOWeek:

	year, week := t.ISOWeek()

and the calendar year with calendar months and days only.

	//leapguard:ignore isoyear the supplier's week labels use the calendar year

# Options

None.

# References

  - time.Time.ISOWeek: https://pkg.go.dev/time#Time.ISOWeek
  - ISO 8601-1:2019, on calendar weeks
  - Error Prone, MisusedWeekYear: https://errorprone.info/bugpattern/MisusedWeekYear
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package isoyear
