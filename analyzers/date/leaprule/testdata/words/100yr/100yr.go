// Package n100 is looked at for one word.
package n100

func long(yr int) bool {
	return yr%4 == 0 && yr%100 != 0 // want `long\(2000\) is false`
}
