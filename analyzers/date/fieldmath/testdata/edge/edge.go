package edge

import (
	"fmt"
	"testing"
	"time"
)

type carbon struct{ time.Time }

func embedded(c *carbon) string {
	return fmt.Sprintf("%d-%02d", c.Year(), c.Month()-1) // want `on 15 January 2026 c.Month\(\) - 1 is 0, no month`
}

type assertions struct{}

func (assertions) Equal(t *testing.T, want, got any) {}

func asserted(t *testing.T, a assertions) {
	now := time.Now()
	a.Equal(t, now.Month()+1, now.AddDate(0, 1, 0).Month()) // want `on 15 December 2026 now.Month\(\) \+ 1 is 13, no month`
	a.Equal(t, 12, now.Month()+1)
}

func withDay(t time.Time) string {
	return fmt.Sprintf("%d-%02d-%02d", t.Year(), t.Month()-1, t.Day()) // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`
}

func onTheLeft(t time.Time) string {
	return fmt.Sprintf("%d-%02d", t.Year(), -1+int(t.Month())) // want `on 15 January 2026 -1 \+ int\(t.Month\(\)\) is 0, no month`
}

func far(t time.Time) string { return fmt.Sprintf("%d-%02d", t.Year(), t.Month()+12) }

func unknown(t time.Time, n int) string { return fmt.Sprintf("%d-%02d", t.Year(), int(t.Month())+n) }

func numbered(t time.Time) string { return fmt.Sprintf("%[2]d-%[1]d", t.Month()-1, t.Year()) }

func dynamic(t time.Time, format string) string {
	return fmt.Sprintf(format, t.Year(), int(t.Month())-1)
}

func early(t time.Time) string {
	return fmt.Sprintf("%d-%d", t.Year(), Previous(t)) // want `on 15 January 2026 Previous\(t\) is 0, no month`
}

// Previous returns the month before, or 0.
func Previous(t time.Time) int { return int(t.Month()) - 1 } // want Previous:`ShiftedField\(month-1\)`

func yearElsewhere(t time.Time) string {
	year := t.Year()
	return fmt.Sprintf("%d-%02d", year, t.Month()-1) // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`
}

func clock(t time.Time) string {
	return fmt.Sprintf("%d-%02d %d", t.Year(), t.Month()-1, t.Hour()) // want `on 15 January 2026 t.Month\(\) - 1 is 0, no month`
}
