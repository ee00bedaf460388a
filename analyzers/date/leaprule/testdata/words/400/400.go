// Package n400 is looked at for one word.
package n400

func long(year int) bool {
	return year%4 == 0 || year%400 == 0 // want `long\(1900\) is true`
}
