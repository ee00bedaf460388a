// Package tables holds the lengths of months and knows nothing of leap years.
package tables

import "time"

var monthLengths = [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

func remaining(t time.Time) int {
	return monthLengths[t.Month()-1] - t.Day() // want `monthLengths\[t.Month\(\) - 1\] is 28 on 29 February 2028`
}

func converted(t time.Time) int {
	return monthLengths[int(t.Month())-1] // want `monthLengths\[int\(t.Month\(\)\) - 1\] is 28 on 29 February 2028`
}

func fromOne(t time.Time) int {
	table := []int{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	return table[t.Month()] // want `table\[t.Month\(\)\] is 28 on 29 February 2028`
}

func keyed(t time.Time) int {
	table := map[time.Month]int{
		time.January: 31, time.February: 28, time.March: 31, time.April: 30, time.May: 31, time.June: 30,
		time.July: 31, time.August: 31, time.September: 30, time.October: 31, time.November: 30, time.December: 31,
	}
	return table[t.Month()] // want `table\[t.Month\(\)\] is 28 on 29 February 2028`
}

func longest(t time.Time) int {
	table := [...]int{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	return table[t.Month()-1]
}

func corrected(t time.Time) int {
	n := monthLengths[t.Month()-1]
	if n == 28 && t.AddDate(0, 0, 29-t.Day()).Month() == time.February {
		n = 29
	}
	return n
}

func changed(t time.Time, n int) int {
	table := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	table[1] = n
	return table[t.Month()-1]
}

func byNumber(month int) int { return monthLengths[month-1] }
