// Package carbon has the form of the library.
package carbon

import "time"

// A Carbon is a date.
type Carbon struct{ time time.Time }

func Now(timezone ...string) *Carbon                              { return new(Carbon) }
func CreateFromStdTime(t time.Time, timezone ...string) *Carbon   { return new(Carbon) }
func (c *Carbon) StdTime() time.Time                              { return time.Time{} }
func (c *Carbon) Year() int                                       { return 0 }
func (c *Carbon) Month() int                                      { return 0 }
func (c *Carbon) MonthOfYear() int                                { return 0 }
func (c *Carbon) Day() int                                        { return 0 }
func (c *Carbon) DayOfMonth() int                                 { return 0 }
func (c *Carbon) DayOfYear() int                                  { return 0 }
func (c *Carbon) Date() (year, month, day int)                    { return }
func (c *Carbon) Layout(layout string, timezone ...string) string { return "" }
func (c *Carbon) ToDateString(timezone ...string) string          { return "" }
func (c *Carbon) SetDay(day int) *Carbon                          { return c }
func (c *Carbon) StartOfDay() *Carbon                             { return nil }
func (c *Carbon) EndOfDay() *Carbon                               { return nil }
func (c *Carbon) StartOfWeek() *Carbon                            { return nil }
func (c *Carbon) StartOfMonth() *Carbon                           { return nil }
func (c *Carbon) EndOfMonth() *Carbon                             { return nil }
func (c *Carbon) StartOfQuarter() *Carbon                         { return nil }
func (c *Carbon) StartOfYear() *Carbon                            { return nil }
func (c *Carbon) AddDay() *Carbon                                 { return nil }
func (c *Carbon) AddDays(n int) *Carbon                           { return nil }
func (c *Carbon) SubDay() *Carbon                                 { return nil }
func (c *Carbon) SubDays(n int) *Carbon                           { return nil }
func (c *Carbon) AddWeek() *Carbon                                { return nil }
func (c *Carbon) AddWeeks(n int) *Carbon                          { return nil }
func (c *Carbon) SubWeek() *Carbon                                { return nil }
func (c *Carbon) SubWeeks(n int) *Carbon                          { return nil }
func (c *Carbon) AddMonth() *Carbon                               { return nil }
func (c *Carbon) AddMonths(n int) *Carbon                         { return nil }
func (c *Carbon) AddMonthNoOverflow() *Carbon                     { return nil }
func (c *Carbon) AddMonthsNoOverflow(n int) *Carbon               { return nil }
func (c *Carbon) SubMonth() *Carbon                               { return nil }
func (c *Carbon) SubMonths(n int) *Carbon                         { return nil }
func (c *Carbon) SubMonthNoOverflow() *Carbon                     { return nil }
func (c *Carbon) SubMonthsNoOverflow(n int) *Carbon               { return nil }
func (c *Carbon) AddQuarter() *Carbon                             { return nil }
func (c *Carbon) AddQuarters(n int) *Carbon                       { return nil }
func (c *Carbon) AddQuarterNoOverflow() *Carbon                   { return nil }
func (c *Carbon) AddQuartersNoOverflow(n int) *Carbon             { return nil }
func (c *Carbon) SubQuarter() *Carbon                             { return nil }
func (c *Carbon) SubQuarters(n int) *Carbon                       { return nil }
func (c *Carbon) SubQuarterNoOverflow() *Carbon                   { return nil }
func (c *Carbon) SubQuartersNoOverflow(n int) *Carbon             { return nil }
func (c *Carbon) AddYear() *Carbon                                { return nil }
func (c *Carbon) AddYears(n int) *Carbon                          { return nil }
func (c *Carbon) AddYearNoOverflow() *Carbon                      { return nil }
func (c *Carbon) AddYearsNoOverflow(n int) *Carbon                { return nil }
func (c *Carbon) SubYear() *Carbon                                { return nil }
func (c *Carbon) SubYears(n int) *Carbon                          { return nil }
func (c *Carbon) SubYearNoOverflow() *Carbon                      { return nil }
func (c *Carbon) SubYearsNoOverflow(n int) *Carbon                { return nil }
