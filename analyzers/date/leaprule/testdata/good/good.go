// Package good gets leap years right, or is not about them.
package good

import "time"

func flat(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

func reversed(year int) bool { return year%400 == 0 || year%4 == 0 && year%100 != 0 }

func negated(year int) bool { return !(year%4 != 0 || (year%100 == 0 && year%400 != 0)) }

func isCommonYear(year int) bool { return year%4 != 0 || year%100 == 0 && year%400 != 0 }

func nested(year int) bool {
	if year%4 == 0 {
		if year%100 == 0 {
			if year%400 == 0 {
				return true
			}
			return false
		}
		return true
	}
	return false
}

func chain(date time.Time) bool {
	year := date.Year()
	if year%400 == 0 {
		return true
	} else if year%100 == 0 {
		return false
	} else if year%4 == 0 {
		return true
	}
	return false
}

func locals(year int) bool {
	divBy400 := year%400 == 0
	divBy100 := year%100 == 0
	divBy4 := year%4 == 0
	return divBy4 && !(divBy100 && !divBy400)
}

func bits(year int) bool { return year&3 == 0 && (year%25 != 0 || year&15 == 0) }

func number(year int) int {
	if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 1
	}
	return 0
}

func yearDay(year int) bool {
	return time.Date(year, 12, 31, 0, 0, 0, 0, time.UTC).YearDay() == 366
}

func february(t time.Time) int {
	year := t.Year()
	if t.Month() != 2 {
		return 31
	}
	if year%4 != 0 || (year%100 == 0 && year%400 != 0) {
		return 28
	}
	return 29
}

func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

func monthDays(year, month int) int {
	days := [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if flat(year) {
		days[1] = 29
	}
	return days[month-1]
}

func fromTable(t time.Time) int {
	days := []int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[t.Month()-1]
	year := t.Year()
	if days == 28 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days++
	}
	return days
}

func sinceEpoch(year int) bool {
	year += 1900
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

func since1900(tmYear int) bool {
	return tmYear%4 == 0 && (tmYear%100 != 0 || (tmYear+300)%400 == 0)
}

func leapDay(year, month, day int) bool {
	return month == 2 && day == 29 && year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

func spread(year, month int) bool {
	return month == 2 && year%4 == 0 && year%100 != 0 || month == 2 && year%400 == 0
}

func aligned(n int) bool { return n%4 == 0 }

func olympic(year int) bool { return year%4 == 0 }

func election(t time.Time) string {
	if t.Year()%4 == 0 {
		return "election"
	}
	return ""
}

func ordinal(n int) string {
	if n%100 != 11 && n%10 == 1 {
		return "st"
	}
	return "th"
}

func progress(i int) bool { return i%4 == 0 || i%100 == 0 }

func quarter(year int, q int) int { return (year*4 + q) % 4 }

type century int

// leap is told the year within the century.
func (c century) leap(year int) int {
	y4, y100, y400 := 0, 0, 0
	if year%4 == 0 {
		y4 = 1
	}
	if year != 0 {
		y100 = 1
	}
	if c%4 == 0 {
		y400 = 1
	}
	return y4 & (y100 | y400)
}

// isLeapMonth is about months of a lunisolar calendar.
func isLeapMonth(month int) bool { return month%4 == 0 }
