// Package isleap is looked at for one word.
package isleap

func isLeap(n int) bool {
	return n%4 == 0 // want `isLeap\(1900\) is true`
}
