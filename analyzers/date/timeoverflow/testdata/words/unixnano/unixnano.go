// Package unixnano is looked at for one word.
package unixnano

import "time"

func forever() int64 {
	return time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC).UnixNano() // want `of 9999-12-31 is -4852202631933722624`
}
