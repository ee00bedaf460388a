/*
Package timeoverflow reports times and numbers of years that do not fit into the integer that they are put in.

# Reported

  - A Duration that is the product of a count and a unit, by default of more than 106 days, where some count up to the option count, 1000 by default, overflows and nothing keeps it out: `time.Duration(years) * 365 * 24 * time.Hour` overflows from 293 years.
  - `int32(t.Unix())` that is calculated with or compared.
  - UnixNano of a time.Date whose constant year is outside 1677 to 2262.
  - UnixNano, stored, returned or compared, of a variable that still is the zero time on one path.
  - Two times ordered by UnixNano, by an operator or by a function named compare, cmp or less, where both may be any date: parameters of an exported function, parsed text, values from an interface parameter.

# Why

A Duration counts nanoseconds in 64 bits, which is 292 years. Who wants a certificate "for ever" types 999 years and gets one that ended centuries ago. UnixNano has the same limits: the usual date for "never", 9999-12-31, is a negative number and sorts before every date of today, and the zero time is a day in 1754. 32 bits of seconds end on 19 January 2038; what is stored today with a lifetime of some years gets there first.

# Example

{{example}}

# Detection

Products are split into their constant factors and the count. The bounds of the count are computed from its type, arithmetic, the branches that dominate the product, what an unexported field is ever set to, and what the callers of an unexported function pass. The date in the message is what the overflowed product makes of 1 January 2026.

# Silent

The analyzer is silent if

  - a branch, min, or the type of the count keeps it below what overflows, or above the option count;
  - the count is not an input, such as a constant, a loop variable, an element of a slice or a difference;
  - the count is a field that the package tests anywhere, or a function was asked about it before;
  - a product stands in a test;
  - UnixNano is called on time.Now, on a field or on anything else that is not shown to be out of range;
  - a test of the time, such as IsZero or Before, or any other branch since the variable was set, comes before UnixNano;
  - `int32(t.Unix())` is passed on as it is, as wire formats have it, compared with 0, or subtracted;
  - the integer is unsigned, which lasts until 2106.

Of a count from a field, a package variable or a parameter, the command also asks
the other functions and packages of the module, and is silent if

  - one of them refuses every count that overflows, or replaces it: it returns an error or false, fails, collects an error or sets another value, as a Validate method or `c.Years = min(c.Years, 100)` does, itself or by a function of the module that is passed the count;
  - a tag of the field does, as `validate:"max=100"`, `binding:"lte=50"` or `maximum:"20"`, or the marker `+kubebuilder:validation:Maximum=30`;
  - nothing but constants that are small enough, or counts of which the same is known, are ever put there or passed, and nothing outside of the module can do so: the function or field is not exported, or its package is internal, a program, or only there for programs of the module. A field with a tag, one whose address is taken and a struct that is decoded into count as set from outside, a function that is used as a value or called through an interface as called from outside.

# Limits

  - go vet and other drivers see one package at a time: they do not know what other packages validate or pass, and report more.
  - Whether validation runs before is not asked, only that it is there.
  - Of a limit that is no constant, only its name, or that it is a package variable, tells that it is one.
  - Counts of days, hours or seconds from outside, which overflow from 106,752 days on, are reported only if the option count is as large.
  - Overflow of Sub, which returns the largest Duration instead, is not reported.
  - `int(t.Unix())` is not reported: it goes wrong on 32-bit targets only.
  - Units that are not constant are not followed.

# Rewrite or suppress

For years, use the calendar, which does not overflow:

	notAfter := time.Now().AddDate(years, 0, 0)

or test the count before. Compare times by Before, After, Equal or Compare, store Unix or UnixMilli in 64 bits, and test IsZero before UnixNano. Otherwise say why it cannot happen:

	//leapguard:ignore timeoverflow years is at most 10, the flag is checked in main

# Options

{{options}}

# References

  - Duration: https://pkg.go.dev/time#Duration
  - Time.UnixNano is undefined outside 1678 to 2262: https://pkg.go.dev/time#Time.UnixNano
  - Year 2038: https://en.wikipedia.org/wiki/Year_2038_problem
  - gosec G115 reports narrowing conversions in general: https://github.com/securego/gosec
  - CWE-190, Integer Overflow or Wraparound: https://cwe.mitre.org/data/definitions/190.html
*/
package timeoverflow
