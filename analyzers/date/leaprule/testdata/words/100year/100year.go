// Package n100 is looked at for one word.
package n100

func long(year int) bool {
	return year%4 == 0 && year%100 != 0 // want `long\(2000\) is false`
}
