package reported

import "time"

// IsLeap forgets the centuries.
func IsLeap(year int) bool {
	return year%4 == 0 // want `IsLeap\(1900\) is true, but 1900 is no leap year`
}

var visits [365]int

// Visit panics on the last day of a leap year.
func Visit(t time.Time) {
	visits[t.YearDay()-1]++ // want `visits\[t.YearDay\(\) - 1\] is out of range on 31 December 2028: index 365, length 365`
}
