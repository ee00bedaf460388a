/*
Package leaprule reports leap-year rules, lengths of months and years, and tables by day or month that are wrong for some year.

# Reported

  - A predicate of leap years that differs from the Gregorian rule in any of the years 1583 to 2400: `year%4 == 0` alone, a rule without the exception of 400, a swapped or misplaced negation.
  - Functions that return the number of days of a year, of February, or of a month of a year, if one of them is wrong.
  - Conditions in place, such as `if t.Year()%4 == 0 { days = 366 }`.
  - An array of 365 elements indexed by `t.YearDay()-1`, or of 366 indexed by `t.YearDay()`.
  - A search for the next day of a schedule, in steps of a month and of a day, that gives up four to seven years after its beginning, `t.Year() > limit` with `limit := t.Year() + 5`.
  - A table of the lengths of months that has 28 days for February, indexed by the month of a date, in a package that knows nothing of leap years.

# Why

Every fourth year is a leap year, but 1900 and 2100 are none, and 2000 was one. A rule that forgets the first is wrong for dates of birth, history and long terms; one that forgets the second was wrong in 2000, on the first leap day that most programs saw. An array of 365 counters works for up to four years and panics on 31 December of a leap year. From 2096 to 2104 there is no 29 February for eight years: a schedule for that day that looks five years ahead never fires again.

# Example

{{example}}

# Detection

A function of one integer, or of a year and a month in either order, is run for every year from 1583 to 2400 and compared with the rule. Functions that it calls are run too, in other packages of the module as well. Conditions elsewhere are computed for each year, with other conditions in them assumed to hold and not to hold.

That a function is about leap years is shown by its values: it returns 365 and 366, 28 and 29, or the lengths of all months, or it is true for leap years but for at most three. A rule with %4, %100 and %400 counts whatever its values are, as does one with %4 and one of the others if it yields such numbers of days or if what it divides is called a year. For %4 alone it takes more than values: a function or variable named after leap years, a branch with the numbers 28 and 29 or 365 and 366, or a test for February in the same condition.

A finding about a function stands at the only condition in it that takes remainders of the year, else at its name.

The search is recognised by its loops, of which one moves the date by a month and one by a day while a condition on it holds.

The message names the first year from 1900 on that is wrong, or else one before.

# Silent

The analyzer is silent if

  - the rule is right, in whatever form: nested, negated, with &3, %25 and %16, for years counted from 1900 or another year, or by package time;
  - it holds for common years instead of leap years, and is right as that;
  - the year is compared by order with one between 1583 and 2400, as where a country adopted the calendar or where the range of years is bounded;
  - the function, its receiver or the package is named after another calendar, such as Julian, Hebrew or Hijri;
  - a comment above or inside the function names the year in which it is wrong: the rule is that of an old program or format then, and known to be;
  - remainders of the year are taken in several conditions of a function that cannot be run: each may be a step of a right rule;
  - the function cannot be interpreted;
  - a function of year and month does not use the year;
  - a search looks less than four years ahead, which is a limit of its own, or eight and more;
  - an array by day has a companion, or a test of the day of the year, in the same function;
  - anything in the package is about leap years, for tables of months.

# Limits

  - Functions of other types, such as floating-point numbers or texts, are not run, nor are those that use their receiver or package variables; conditions in them are looked at.
  - `year%4 == 0` without anything that shows its purpose is not reported: there are elections and Olympic games in such years.
  - Searches written otherwise, with a limit that is a date or a number of steps, are not recognised.
  - Cumulative tables, and slices by day of the year, are not looked at.

# Rewrite or suppress

	func isLeap(year int) bool {
		return year%4 == 0 && (year%100 != 0 || year%400 == 0)
	}

The length of a month:

	time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()

To suppress it where no other years occur:

	//leapguard:ignore leaprule the format ends in 2099

# Options

None.

# References

  - Inter gravissimas, 1582: every fourth year, but for centuries not divisible by four
  - CodeQL, cpp/leap-year/unsafe-array-for-days-of-the-year: https://codeql.github.com/codeql-query-help/cpp/cpp-leap-year-unsafe-array-for-days-of-the-year/
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package leaprule
