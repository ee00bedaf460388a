/*
Package yearadd reports dates made by changing the year of a date and keeping its month and day, which fails on 29 February.

# Reported

  - `time.Date(t.Year()+k, t.Month(), t.Day(), ...)` where nothing on the path keeps 29 February of a leap year out of another year. time.Date does not fail: it makes 1 March of it, a day and a month that nobody asked for.
  - The same date as text, put together by fmt.Sprintf, fmt.Sprint, concatenation, strconv, Format, or Join, Split, Replace and Trim functions of package strings, and then parsed by time.Parse or time.ParseInLocation: "2029-02-29" is an error.
  - The same date as text that is not parsed here but returned, stored, sent, or passed to a function that is no logger: a database, a server or another program gets "2029-02-29". The text may be part of a longer one, such as an SQL condition or a URL, whose other parts are not known. Dates are recognised by numbers with or without separators, in the usual orders, and with English names of months.
  - The same date in a struct with fields Year, Month and Day of integer types, such as cloud.google.com/go/civil.Date, google.type.Date or one of your own: by a literal, a constructor, or a changed field as in `d.Year++`. It is reported if the struct holds 29 February of a common year when it is returned, stored, sent or passed on, or when a function that changed it through a pointer is over.
  - `t.AddDate(k, 0, 0)` on a date that may be any day, if the month of the result is named without its day, or month and day without the year: on 29 February they are those of 1 March.
  - `t.AddDate(k, 0, 0)` compared for equality with the date a fixed number of days after t that is meant to be the same, such as 365, which it is not in the year before a leap day: by ==, Equal, reflect.DeepEqual, or an assertion of testify or go-cmp, or whose distance from t by Sub is compared with such a number; and `t.AddDate(k, 0, 0).AddDate(-k, 0, 0)` with t.

In the first four forms it does not matter how the parts get there: results of `t.Date()`, variables, struct fields, `y++` and `y += k`, loops, function literals, helper functions of the same or of another package of the module, a wrapper of time.Date or time.Parse, time.Date as a value, several calls of time.Now, initialisers of package variables. The date may be a time.Time or such a struct.

# Why

A certificate that was to be valid "until the same day of next year" could not be made on 29 February 2012; every machine that started on that day failed, and what was meant to heal the machines took the healthy ones down as well. In Go the text form fails just like that, on one day in four years. The form with time.Date shifts the anniversary to 1 March, so that a key, label or due date made of its month is wrong, and for good if the result is the base of the next step.

# Example

{{example}}

# Detection

The functions that take parts of a date and make one are run on all their paths, up to a bound, with values that are known, assumed or unknown. The date whose year is taken is assumed to be 29 February 2028, or another leap day if the years added lead to a leap year from there; a number of years that is not known is assumed to be 1, -1 and 4. The finding is that 29 February of a year that has none reaches time.Date or time.Parse, or leaves the function.

So a guard needs no recognition, it is run: a leap-year predicate in any spelling, the number of days of the month, min, a test of month and day, here or in a helper. One that is wrong does not count, unless it happens to be right for the years in question.

# Silent

The analyzer is silent if

  - month or day is not that of the same date: a constant day up to 28, a constant month, the year of one date with month and day of another;
  - day arithmetic or month arithmetic is part of it, as in `t.Day()-1`;
  - the date that AddDate yields is one of a test, and its month is named by the code under test alone;
  - the date is a 29 February that a test writes down: it asks what becomes of it;
  - the date is some years back, and only when it was is looked at, as of the start of a range: it is compared by Before and After, passed to a query, returned as the first of two dates, or stands in for a date that is parsed; in tests also by Equal; but not if it is 12 years back or more and the function or a parameter is named for an age or a birthday, which a day decides on;
  - the date that AddDate yields is some years back and stands in for one that is parsed, as for the start of a report;
  - k is 0 or a multiple of 400, which never goes wrong, or of 100, which goes wrong in 2400 at the earliest;
  - the date is kept from being 29 February: it was set to the first of a month, moved by a distance that depends on its own day, as in `t.AddDate(0, 0, 1-t.Day())`, or a branch excludes it;
  - the path depends on a test of the date or of its day that cannot be interpreted, such as a method of an interface, an element of a map or a function outside the module;
  - month, day, day of the year or text of the result are compared afterwards: in the same function, in one that the result is passed to, or by all callers of an unexported function;
  - text or a struct is parsed, compared, looked up, or passed to a function that says by its name or its only result, a bool, that it validates, compares or normalises: in the same function, in one that it is passed to, or where the function is called in the package;
  - text or a struct goes to loggers, printers, errors and tests only;
  - the year of text or a struct is moved by a hundred years or more, which is a way to count years, such as those since 1900;
  - the type or the package of a struct is named for an age, a duration or another calendar;
  - the whole date that AddDate yields is printed or stored, or compared as an instant, or its parts are by several calls whose texts become parts of one text, list or struct;
  - the month that AddDate yields gives the same for February and March, as in quarters;
  - a year is compared with days, or with the way back, on a date of which it is known that it never differs, or on one day of any year: that is to tell whether the year is a leap year;
  - the result of parsing is not used but for its error, or where parsing fails another date is made;
  - a comment above or inside the function speaks of 29 February: what becomes of it was chosen then.

# Limits

  - Structs with other names of fields, or with methods instead of fields, are not taken for dates.
  - Parts that are passed as numbers to a function which makes text or a struct of them and stores or sends it itself are not followed there.
  - That a struct is validated when it is stored or sent, and where its content is read, is not known, unless names of functions say so.
  - An equality between AddDate and a number of days is seen if both sides are in one function, in functions that it passes the date to, or in helpers of the package that return one; not if one is a field of a certificate.
  - Text that lacks year, month or day of the date as a part that is not known, and layouts that are not constant, are not followed.
  - Text put together by a strings.Builder, by bytes, or by a String method that fmt calls is not followed.
  - A date made of the year of one date and the month and day of another, and then moved by a year, is not assumed to be 29 February.
  - That a field holds nothing but firsts of months is not known outside of the function that sets it.
  - Comparing the result with another date as a whole, by Equal or Before, is no guard, even where a test expects 1 March.
  - A test that computes the date it expects in the way that the code under test does is reported, although it does not fail on 29 February.
  - A function that is not entered and whose name says that it returns the start of a month, quarter, year, decade or century, or the end of one of the last three, as in BeginningOfMonth, is taken at its word.
  - Functions that are too large, recursive or nested more than five calls deep are given up, as are paths with many turns of a loop that changes the date.
  - Two methods of an interface that return a date count as the same date if they are called with the same arguments.
  - A function reached through an interface or a variable of unknown content is not entered.

# Rewrite or suppress

Say what 29 February is to become. For the last day of February:

	y, m, d := t.Date()
	if m == time.February && d == 29 {
		d = 28
	}
	next := time.Date(y+1, m, d, 0, 0, 0, 0, t.Location())

The same goes for text and structs; `t.AddDate(1, 0, 0)`, formatted or converted as a whole, never yields a date that does not exist. For 1 March, write `t.AddDate(1, 0, 0)`, which does the same as the reported form and is not reported, or suppress the finding:

	//leapguard:ignore yearadd a birthday on 29 February is kept on 1 March

# Options

None.

# References

  - Summary of Windows Azure Service Disruption on Feb 29th, 2012: https://azure.microsoft.com/en-us/blog/summary-of-windows-azure-service-disruption-on-feb-29th-2012/
  - time.Date normalises: https://pkg.go.dev/time#Date
  - CodeQL, cpp/leap-year/unchecked-after-arithmetic-year-modification: https://codeql.github.com/codeql-query-help/cpp/cpp-leap-year-unchecked-after-arithmetic-year-modification/
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package yearadd
