// Package diff is looked at for one word.
package diff

import (
	"time"

	"github.com/google/go-cmp/cmp"
)

func year(from time.Time) string {
	return cmp.Diff(from.AddDate(1, 0, 0), from.AddDate(0, 0, 365)) // want `compared with 365 days`
}
