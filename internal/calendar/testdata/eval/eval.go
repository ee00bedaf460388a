// Package eval holds functions of a year, some of them wrong.
package eval

import "time"

func leapFlat(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func leapNested(y int) bool {
	if y%4 == 0 {
		if y%100 == 0 {
			if y%400 == 0 {
				return true
			}
			return false
		}
		return true
	}
	return false
}

func leapNegated(year int) bool { return !(year&3 > 0 || !(year%100 > 0) && year%400 != 0) }

func leapSwitch(y uint16) (leap bool) {
	switch {
	case y%400 == 0:
		leap = true
	case y%100 == 0:
	default:
		leap = y%4 == 0
	}
	return
}

func leapTable(y int) bool { return days(y)[1] == 29 }

func days(y int) [12]int {
	d := [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	if leapFlat(y) {
		d[1]++
	}
	return d
}

func leapTime(y int) bool { return time.Date(y, time.March, 0, 0, 0, 0, 0, time.UTC).Day() == 29 }

func leapYearDay(y int) bool { return time.Date(y, 12, 31, 0, 0, 0, 0, time.UTC).YearDay() == 366 }

func wrongCentury(y int) bool { return y%4 == 0 }

func wrongNegation(y int) bool { return y%4 == 0 && (y%100 != 0 && y%400 == 0) }

func opaque(y int) bool { return time.Now().Unix()%int64(y) == 0 }
