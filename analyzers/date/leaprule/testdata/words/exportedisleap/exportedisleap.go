// Package exportedisleap is looked at for one word.
package exportedisleap

func IsLeap(n int) bool {
	return n%4 == 0 // want `IsLeap\(1900\) is true`
}
