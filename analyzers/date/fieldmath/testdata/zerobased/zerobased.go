// Package zerobased hands months to systems that count them from 0.
package zerobased

import (
	"fmt"
	"time"
)

type tm struct{ Mday, Mon, Year int32 }

func broken(t time.Time) tm {
	return tm{int32(t.Day()), int32(t.Month() - 1), int32(t.Year() - 1900)}
}

func script(t time.Time) string {
	return fmt.Sprintf("new Date(%d, %d, %d)", t.Year(), t.Month()-1, t.Day())
}

func path(t time.Time) string {
	return fmt.Sprintf("/year/%d/month/%d/day/%d", t.Year(), t.Month()-1, t.Day())
}

func getMonth(t time.Time) int { return int(t.Month()) - 1 }

// GetMonth is defined to count from 0.
func GetMonth(t time.Time) int { return int(t.Month() - 1) } // want GetMonth:`ShiftedField\(month-1\)`
