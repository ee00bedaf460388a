/*
Package fieldmath reports months and days to which a number was added and which are then used as months and days.

# Reported

`t.Month()` or `t.Day()` plus or minus a constant, in every spelling (`int(t.Month())-1`, results of `t.Date()`, variables), that is

  - written beside another part of a date by a function of package fmt (`"%d-%02d"`, `"%02d/%d"`, `"%d%02d"`), or concatenated to one by strconv.Itoa: "2026-00";
  - written by its name, as time.Month is by `%s`, `%v`, Println and String: "%!Month(0)";
  - the key of a map by time.Month;
  - compared by ==, != or an assertion Equal with the month of another time, or with the day of another day near the present, where nothing looks at the years.

And the difference of the months of two times that is compared with a number of months other than 0, as in `now.Month()-t.Month() == 1`, in a function that does not look at the years.

It does not matter whether the number is used where it is computed, or in a function that it is passed to or returned to, in the same or in another package of the module.

# Why

time.Date and AddDate normalise: month 0 is December of the year before. Nothing else does. In January, `fmt.Sprintf("%d-%02d", t.Year(), t.Month()-1)` is "2026-00", which a database or an API rejects; and that last month is December is not found by looking for month 0. On 31 January, `t.Day()+1` is 32.

# Example

{{example}}

# Detection

The number is followed through conversions, variables, parameters and results to its uses. The message gives a date on which it is out of range.

# Silent

The analyzer is silent if

  - the number is an argument of time.Date or AddDate, directly, through variables or through functions of the module that pass it on;
  - it is an index, or used in more arithmetic, such as quarters (`/3`) and modulo (`%12`);
  - a comparison of it, or of the month or day that it was made of, lies on a path with it: a fix-up such as `if month == 0`, a branch, a loop, min and max, or a function that judges the time;
  - what is done with it may replace it, as where two branches meet;
  - years are compared or reckoned with in the same function, for comparisons and differences;
  - the time is a constant, or stands in the table of a test;
  - it may count from 0 on purpose: structs, JSON, "new Date(%d, %d, %d)" and other text without the separators of dates.

# Limits

  - Numbers that are not constants are not followed.
  - Fields of structs are not followed, nor maps by int.
  - Formats that are not constant, with numbered arguments or with a width from an argument are not read.
  - A guard in the callers of a function that is not exported is not seen.

# Rewrite or suppress

Move the date, then take its parts. To the first of the month before:

	last := t.AddDate(0, -1, 1-t.Day())
	key := fmt.Sprintf("%d-%02d", last.Year(), last.Month())

`t.AddDate(0, -1, 0)` will not do: on 31 March that is 3 March. The suggested fix does this in place, where the call takes all parts from one variable. It is unsafe, since it changes the result; what was to be done about January the code did not say.

# Options

None.

# References

  - time.Date normalises, time.Month does not: https://pkg.go.dev/time#Month
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package fieldmath
