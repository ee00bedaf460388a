/*
Package dstday reports code that takes local days to have 24 hours, which they have not where clocks are put forward and back.

# Reported

  - The time between two local midnights, divided by 24 hours and cut to a whole number: by conversion to an integer, integer division, math.Floor, math.Trunc or math.Ceil; also in minutes or seconds, weeks, and in a function that the duration is passed to.
  - The same for the two parameters of an exported function whose name says that it counts the days between them, such as DaysBetween.
  - `t.Add(24 * time.Hour)`, or up to 7 days, or a number of days that is not constant, where t is a local time and the day of the result is read or printed without its clock.
  - The same, of any number of days, where t is a local midnight, whatever follows: the result is meant to be another midnight.

# Why

Where clocks are put forward, one day a year has 23 hours, and one has 25 where they are put back. So the days from midnight of 8 March 2026 to that of 9 March in New York are 0, since 23/24 is cut. And a day after 23:30 on 7 March is 00:30 on 9 March: reports, backups and log files named by the day skip 8 March. A day after midnight of 1 November is 23:00 of the same day, so that the last hour of the day is missed.

# Example

{{example}}

# Detection

A time is local if it is in a location that was loaded by name and where clocks are changed, or in the location of a parameter of an exported function, if that counts days by its name or its package has the path of its module, so that it is there for others; with the option local, also in the location of any parameter of an exported function, and if it is made or read in time.Local. Without it, a program is not told about the location that it runs in, or that callers choose: of the findings about these in the evidence, half were in programs that run in UTC or in countries without summer time, or whose callers pass UTC, and nothing in the packages said so. For the last, the location must be used: the time is a midnight in it, or a date is made of the result in the result's own location. Midnights are dates made with a zero clock, or parsed without one, and moved by AddDate. Times and durations are followed through variables, parameters and results of functions of the package.

The days in the message are those of the location if its name is constant, else those of New York. They are of days of the week, and so many days apart, as the code lets come there.

# Silent

The analyzer is silent if

  - the quotient is rounded, or half a day is added before it is cut;
  - one of the two times is not a midnight, as for an uptime or the time to expiry;
  - the times are in UTC, in a fixed zone, or in a location where clocks are not known to be changed;
  - the time is in the location that the program runs in, or that callers choose, unless the option local is set;
  - the location is not known, as that of a parameter that is only read, or a field;
  - the result of Add is a point in time: compared, stored, or printed with its clock;
  - the time of day of the result is looked at;
  - a constant number of more than 7 days is added to what is no midnight: that is a term, whose end is a point in time;
  - only month or year are read;
  - the present less two or more days is cut to its day, and that is not named: a limit with so much to spare may be a day off;
  - something else than days or a constant is added before the day is named, such as a random duration;
  - the time is known to be of days of the week, or the number of days to be in a range, so that no change of the clock lies between;
  - the date that is moved is constant;
  - the file is a test, or helps tests, as in a package testutil: there the expected and the actual days are mostly made alike.

# Limits

  - A duration or time that another package of the module handles is not followed there, nor is one in a struct or behind an interface.
  - The hours of a day must be written as a number in the package: a constant that another package declares is not looked for.
  - Distances that are not a constant number of days, or such a number times a variable, are not reported.
  - Locations are known by name for parts of Europe, North America and Australia only.

# Rewrite or suppress

Count days between dates in UTC, where every day has 24 hours:

	func date(t time.Time) time.Time {
		return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	}

Step by AddDate, which keeps the time of day:

	next := t.AddDate(0, 0, 1)

If 24 hours are meant, suppress the finding:

	//leapguard:ignore dstday the window is 24 hours, whatever the calendar says

# Options

{{options}}

# References

  - Time.AddDate and Time.Add: https://pkg.go.dev/time#Time.AddDate
  - IANA time zone database: https://www.iana.org/time-zones
  - CWE-682, Incorrect Calculation: https://cwe.mitre.org/data/definitions/682.html
*/
package dstday
