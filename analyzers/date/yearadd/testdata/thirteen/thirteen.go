// Package thirteen has a calendar of thirteen months.
package thirteen

// A Day is a day of a calendar with twelve months of thirty days.
type Day struct{ Year, Month, Day int }

func (d Day) daysInMonth() int {
	if d.Month == 13 {
		return 5
	}
	return 30
}

// AddYears moves a day.
func (d Day) AddYears(years int) Day {
	next := Day{Year: d.Year + years, Month: d.Month, Day: d.Day}
	next.Day = min(next.Day, next.daysInMonth())
	return next
}

// Next moves a day.
func (d *Day) Next() { d.Year++ }
