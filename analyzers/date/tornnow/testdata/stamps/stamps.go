// Package stamps prints stamps that are whole each for itself.
package stamps

import (
	"fmt"
	"time"
)

func line(name string) string {
	return fmt.Sprintf("%s: day %s, %s", time.Now().Format(time.RFC3339), time.Now().Format(time.DateOnly), name)
}

func dynamic(a, b string) string { return time.Now().Format(a) + time.Now().Format(b) }
