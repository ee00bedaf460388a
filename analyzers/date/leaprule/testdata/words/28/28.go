// Package n28 is looked at for one word.
package n28

func february(year int) int {
	days := 28
	if year%4 == 0 { // want `february\(1900\) is 29`
		days++
	}
	return days
}
