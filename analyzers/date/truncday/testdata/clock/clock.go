// Package clock tells the time.
package clock

import "time"

const Day = 24 * time.Hour

func Now() time.Time { return time.Now().UTC() }
