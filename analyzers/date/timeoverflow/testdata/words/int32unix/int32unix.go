// Package int32unix is looked at for one word.
package int32unix

import "time"

func past(t time.Time, limit int32) bool {
	return int32(t.Unix()) > limit // want `is compared`
}
