// Package bylayouts passes layouts on, as only the words layouts and Parse tell.
package bylayouts

import "time"

// First tries some in turn.
func First(s string, layouts ...string) (t time.Time, err error) {
	for _, l := range layouts {
		if t, err = time.Parse(l, s); err == nil {
			break
		}
	}
	return t, err
}
