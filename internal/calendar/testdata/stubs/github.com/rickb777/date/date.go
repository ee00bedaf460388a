// Package date has the form of the library.
package date

import "time"

// A Date is a date.
type Date struct{ day int32 }

func Today() Date                                          { return Date{} }
func NewAt(t time.Time) Date                               { return Date{} }
func (d Date) In(loc *time.Location) time.Time             { return time.Time{} }
func (d Date) Date() (year int, month time.Month, day int) { return }
func (d Date) Day() int                                    { return 0 }
func (d Date) Month() time.Month                           { return 0 }
func (d Date) Year() int                                   { return 0 }
func (d Date) YearDay() int                                { return 0 }
func (d Date) AddDate(years, months, days int) Date        { return d }
