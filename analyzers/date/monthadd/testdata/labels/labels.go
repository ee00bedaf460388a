// Package labels names months of moved dates in texts of which another names
// the day.
package labels

import (
	"fmt"
	"path/filepath"
	"time"
)

func path(t time.Time) string {
	r := t.AddDate(0, -1, 0)
	return filepath.Join("data", r.Format("2006"), r.Format("01"), r.Format("02"))
}

func number(t time.Time) string {
	r := t.AddDate(0, -1, 0)
	return fmt.Sprintf("%d %s", r.Day(), r.Format("January 2006"))
}

func sum(t time.Time) string {
	r := t.AddDate(0, 1, 0)
	return "data/" + r.Format("2006/01") + "/" + r.Format("02") + ".log"
}

func other(t time.Time) string {
	r := t.AddDate(0, -1, 0) // want `"2006/01" names the wrong month`
	return r.Format("2006/01") + "/" + t.Format("02")
}

func third(t time.Time) int {
	return (int(t.AddDate(0, -1, 0).Month())-1)/3 + 1 // want `Month names the wrong month`
}
