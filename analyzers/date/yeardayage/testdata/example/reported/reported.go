package reported

import "time"

// Age is off by one on a birthday from March on, if one of the two years is a
// leap year.
func Age(birth, now time.Time) int {
	years := now.Year() - birth.Year()
	if now.YearDay() < birth.YearDay() { // want `now.YearDay\(\) < birth.YearDay\(\) holds for 1 March 2026 and 1 March 2024, days 60 and 61 of their years`
		years--
	}
	return years
}

// Nights is negative over New Year.
func Nights(from, to time.Time) int {
	return to.YearDay() - from.YearDay() // want `to.YearDay\(\) - from.YearDay\(\) is -364 from 31 December 2026 to 1 January 2027`
}
