/*
Package fixedyear reports years of 365 days and months of 30 days.

# Reported

  - A constant or variable of type Duration of up to 100 times 365 or 366 days whose name says year, yearly or annual, and of 30 or 31 days whose name says month or monthly.
  - The product of a number named years or months and a Duration of one of these.

# Why

Calendar years and months have no fixed length. A year of 365 days ends a day early if it contains 29 February, ten of them two or three days early, and a month of 30 days is not the same day of the next month in seven months of twelve. As a policy, such as how long a log is kept, that is as good as anything; as a renewal, an anniversary or an end of a contract it is wrong.

# Example

{{example}}

# Detection

Names are split into words at capitals, digits and underscores. The date in the message is the first one from 1 January 2026 on from which the calendar differs.

# Silent

The analyzer is silent if

  - the name says something else, such as lifetime or retention;
  - the number has another type, such as seconds in an int;
  - it is a number of days, weeks or hours that is multiplied.

# Limits

  - Whether the Duration is a policy or an anniversary is not known, so the check belongs to the strict profile.

# Rewrite or suppress

Use `t.AddDate(1, 0, 0)` and `t.AddDate(0, 1, 0)`, after deciding what 29 February and the 31st are to become. For a policy, name it by what it is for, or suppress the finding:

	//leapguard:ignore fixedyear logs are kept for 365 days

# Options

None.

# References

  - Time.AddDate: https://pkg.go.dev/time#Time.AddDate
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package fixedyear
