/*
Package durunit reports numbers of one unit of time that are taken for another, and mistyped lengths of days and years.

# Reported

  - A number without a unit as a Duration: `t.Add(365)`, `time.Sleep(5)`, `context.WithTimeout(ctx, 30)`. A Duration counts nanoseconds. Numbers from 2 to 999 are reported, and whole numbers of hours in seconds, such as 3600 and 86400.
  - A variable whose name says its unit, converted to a Duration and not multiplied by the unit: `time.Sleep(time.Duration(seconds))`.
  - A Duration divided by 24, 365, 3600 and the like and then passed to AddDate, or divided by 365 or more and then assigned to a variable named after hours, days, weeks or years: it is a number of nanoseconds still.
  - 356 times a day, 8670 times an hour and 84600 times a second, which were to be 365, 8760 and 86400.
  - Constants such as secondsInWeek that are another number of seconds than their name says.
  - A constant of 30 days named month, or of 365 days named year, that is added to what StartOfMonth, StartOfYear, BeginningOfMonth or BeginningOfYear returns.

# Why

A licence that was to end after 365 days ends after 365 nanoseconds. A rate limit per year that is reset after 356 days is found out once a year, by a customer. A request to resync what is older than 30 days moves the date by 108,000,000,000,000 days.

# Example

{{example}}

# Detection

Syntax and types: which functions wait for a Duration or move a time is known for the packages time, context and net; constants are looked through to see whether they are made of numbers alone.

# Silent

The analyzer is silent if

  - the number is 0 or 1, which stand for "at once" and "just after";
  - the constant has the type Duration, or a name that says nanoseconds;
  - Durations come from elsewhere, as variables or results;
  - the divided Duration may be a count, by its name if it is a parameter, or because it was made by conversion or division;
  - the quotient remains a Duration, as a part of a day does;
  - numbers without a unit stand in a test, where any number will do;
  - constants give the seconds of a working day or week, or of a year of any kind.

# Limits

  - Functions of other packages that take a Duration are not known, nor are fields of structs such as http.Client's Timeout.
  - Round numbers from 1000 on, as in `time.Sleep(5000)`, are taken to be meant.
  - A Duration in a field that is divided is not reported.

# Rewrite or suppress

Write the unit, `5 * time.Second`, or for days and years AddDate. Divide by the unit: `int(d / (24 * time.Hour))`. Where nanoseconds are meant, say so:

	t = t.Add(100 * time.Nanosecond)

or suppress the finding:

	//leapguard:ignore durunit the fiscal year of this customer has 356 days

# Options

None.

# References

  - Duration: https://pkg.go.dev/time#Duration
  - staticcheck SA1004 reports time.Sleep of a literal from 1 to 120: https://staticcheck.dev/docs/checks/#SA1004
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package durunit
