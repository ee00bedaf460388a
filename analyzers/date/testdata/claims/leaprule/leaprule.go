package leaprule

import "time"

func IsLeap(year int) bool {
	return year%4 == 0
}

func IsNotCentury(year int) bool {
	return year%4 == 0 && year%100 != 0
}

var visits [365]int

func Visit(t time.Time) {
	visits[t.YearDay()-1]++
}
