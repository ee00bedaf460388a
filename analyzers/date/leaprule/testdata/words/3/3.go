// Package n3 is looked at for one word.
package n3

func isLeap(n int) bool {
	return n&3 == 0 // want `isLeap\(1900\) is true`
}
