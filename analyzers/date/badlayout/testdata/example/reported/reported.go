// Package reported names migrations by a layout that has the day before the
// month: those of 3 April come after those of 1 May.
package reported

import "time"

const stamp = "20060201150405" // want `layout "20060201150405" prints 31 March 2026 17:48:39 as "20263103174839"`

func fileName(now time.Time, name string) string {
	return now.UTC().Format(stamp) + "-" + name + ".sql"
}
