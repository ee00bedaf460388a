// Package exportedisleapyear is looked at for one word.
package exportedisleapyear

func IsLeapYear(n int) bool {
	return n%4 == 0 // want `IsLeapYear\(1900\) is true`
}
