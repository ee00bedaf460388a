// Package fprintf gets the parts of a date by Date, and writes them by Fprintf.
package fprintf

import (
	"fmt"
	"io"
	"time"
)

func key(w io.Writer, t time.Time) {
	y, m, _ := t.Date()
	fmt.Fprintf(w, "%d-%02d", y, m-1) // want `m - 1 is 0, no month`
}
