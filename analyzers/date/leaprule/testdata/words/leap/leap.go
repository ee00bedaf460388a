// Package leap is looked at for one word.
package leap

func leap(n int) bool {
	return n%4 == 0 // want `leap\(1900\) is true`
}
