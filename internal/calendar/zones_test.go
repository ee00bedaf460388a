package calendar

import (
	"testing"
	"time"
	_ "time/tzdata"
)

func TestClocks(t *testing.T) {
	for place, c := range clocks {
		loc, err := time.LoadLocation(place)
		if err != nil {
			t.Error(err)
			continue
		}
		at := Moment{Zone: Loaded, Place: place}
		for month := range 12 {
			_, offset := time.Date(2026, time.Month(month+1), 1, 0, 0, 0, 0, loc).Zone()
			if c.changes == nil && offset != int(c.offset*3600) {
				t.Errorf("%s is %d seconds from UTC in month %d", place, offset, month+1)
			}
		}
		if c.changes != nil {
			for day, hours := range map[Date]float64{c.forward: 23, c.back: 25} {
				a := time.Date(day.Year, day.Month, day.Day, 0, 0, 0, 0, loc)
				if got := a.AddDate(0, 0, 1).Sub(a).Hours(); got != hours {
					t.Errorf("%s has %g hours in %s, want %g", day, got, place, hours)
				}
			}
		}
		near, city, ok := at.NearMidnight()
		real := time.Date(near.Year(), near.Month(), near.Day(), near.Hour(), near.Minute(), 0, 0, loc)
		if !ok || !real.Equal(near) || near.UTC().Day() == near.Day() {
			t.Errorf("NearMidnight in %s (%s) is %s, want a time of another date in UTC", place, city, near)
		}
	}
}

func TestUnknownClock(t *testing.T) {
	for _, at := range []Moment{{Zone: UTC}, {Zone: Loaded, Place: "Antarctica/Troll"}, {Zone: Loaded, Place: "Asia/Tokyo"}} {
		if day, city, ok := at.Forward(); ok {
			t.Errorf("Forward of %+v = %s in %s, want none", at, day, city)
		}
	}
	if day, city, ok := (Moment{Zone: Local}).Back(); !ok || city != "New York" || day != (Date{2026, time.November, 1}) {
		t.Errorf("Back of a local time = %s in %s, %t", day, city, ok)
	}
}
