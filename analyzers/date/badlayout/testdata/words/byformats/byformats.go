// Package byformats passes layouts on, as only the words formats and ParseInLocation tell.
package byformats

import "time"

// First tries some in turn.
func First(s string, formats ...string) (t time.Time, err error) {
	for _, l := range formats {
		if t, err = time.ParseInLocation(l, s, time.UTC); err == nil {
			break
		}
	}
	return t, err
}
