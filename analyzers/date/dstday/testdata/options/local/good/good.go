// Package good is in UTC.
package good

import "time"

func yesterday() string { return time.Now().UTC().Add(-24 * time.Hour).Format("20060102") }
