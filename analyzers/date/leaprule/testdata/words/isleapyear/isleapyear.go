// Package isleapyear is looked at for one word.
package isleapyear

func isLeapYear(n int) bool {
	return n%4 == 0 // want `isLeapYear\(1900\) is true`
}
