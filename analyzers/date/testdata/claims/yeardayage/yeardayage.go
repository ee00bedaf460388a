package yeardayage

import "time"

func Before(birth, now time.Time) bool {
	return now.YearDay() < birth.YearDay()
}

func Nights(from, to time.Time) int {
	return to.YearDay() - from.YearDay()
}
