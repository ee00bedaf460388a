// Package calendars holds rules of other calendars and of countries that
// changed theirs.
package calendars

func isJulianLeap(year int) bool { return year%4 == 0 }

type Julian struct{ Year int }

func (j Julian) IsLeap() bool { return j.Year%4 == 0 }

// isLeap switches in 1582.
func isLeap(year int) bool {
	if year < 1582 {
		return year%4 == 0
	}
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// disjunct is one condition.
func disjunct(year int) bool {
	return year%4 == 0 && (year <= 1582 || year%100 != 0 || year%400 == 0)
}

// british switches in 1752.
func british(year int) bool {
	if year <= 1752 {
		return year%4 == 0
	}
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

func russianDays(year int) int {
	if year%4 == 0 && (year < 1918 || year%100 != 0 || year%400 == 0) {
		return 366
	}
	return 365
}

func coptic(year int) bool { return year%4 == 3 }

func hebrewLeap(year int) bool { return (7*year+1)%19 < 7 }

func hijriLeap(year int) bool { return (11*year+14)%30 < 11 }

// buddhistLeap takes years of an era that is 543 years ahead.
func thaiLeap(be int) bool {
	ce := be - 543
	return ce%4 == 0 && (ce%100 != 0 || ce%400 == 0)
}

// noLeap is the calendar of climate models.
func noLeapDays(year, month int) int {
	return [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
}

// modern holds for the years it is about.
func limited(year int) bool {
	return year > 1900 && year < 2100 && year%4 == 0
}

// daysInFebruary does as the old program did: 1900 has 29 days there.
func daysInFebruary(year int) int {
	if year%4 == 0 {
		return 29
	}
	return 28
}

func representable(year, month, day int) bool {
	if month != 2 || day != 29 {
		return true
	}
	// The file format has a 29 February 1900, and one of 2100.
	isLeap := year%4 == 0
	return isLeap
}
