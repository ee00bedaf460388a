// Package n29 is looked at for one word.
package n29

func february(year int) int {
	days := 29
	if year%4 != 0 { // want `february\(1900\) is 29`
		days--
	}
	return days
}
