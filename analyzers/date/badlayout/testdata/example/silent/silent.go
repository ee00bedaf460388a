// Package silent names migrations so that they sort by time.
package silent

import "time"

const stamp = "20060102150405"

func fileName(now time.Time, name string) string {
	return now.UTC().Format(stamp) + "-" + name + ".sql"
}
