// Package leapyear is looked at for one word.
package leapyear

func leapYear(n int) bool {
	return n%4 == 0 // want `leapYear\(1900\) is true`
}
