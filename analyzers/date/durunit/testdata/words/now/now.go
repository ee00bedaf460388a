// Package now is looked at for one word.
package now

import "time"

func end() time.Time {
	return time.Now().Add(30) // want `adds 30ns`
}
