// Package carbon has the form of the library.
package carbon

import "time"

// A Carbon is a date.
type Carbon struct{ time time.Time }

func Now(timezone ...string) Carbon                              { return Carbon{} }
func CreateFromStdTime(t time.Time, timezone ...string) Carbon   { return Carbon{} }
func (c Carbon) StdTime() time.Time                              { return time.Time{} }
func (c Carbon) Year() int                                       { return 0 }
func (c Carbon) Month() int                                      { return 0 }
func (c Carbon) MonthOfYear() int                                { return 0 }
func (c Carbon) Day() int                                        { return 0 }
func (c Carbon) DayOfMonth() int                                 { return 0 }
func (c Carbon) DayOfYear() int                                  { return 0 }
func (c Carbon) Date() (year, month, day int)                    { return }
func (c Carbon) Layout(layout string, timezone ...string) string { return "" }
func (c Carbon) ToDateString(timezone ...string) string          { return "" }
func (c Carbon) SetDay(day int) Carbon                           { return c }
func (c Carbon) StartOfDay() Carbon                              { return c }
func (c Carbon) EndOfDay() Carbon                                { return c }
func (c Carbon) StartOfWeek() Carbon                             { return c }
func (c Carbon) StartOfMonth() Carbon                            { return c }
func (c Carbon) EndOfMonth() Carbon                              { return c }
func (c Carbon) StartOfQuarter() Carbon                          { return c }
func (c Carbon) StartOfYear() Carbon                             { return c }
func (c Carbon) AddDay() Carbon                                  { return c }
func (c Carbon) AddDays(n int) Carbon                            { return c }
func (c Carbon) SubDay() Carbon                                  { return c }
func (c Carbon) SubDays(n int) Carbon                            { return c }
func (c Carbon) AddWeek() Carbon                                 { return c }
func (c Carbon) AddWeeks(n int) Carbon                           { return c }
func (c Carbon) SubWeek() Carbon                                 { return c }
func (c Carbon) SubWeeks(n int) Carbon                           { return c }
func (c Carbon) AddMonth() Carbon                                { return c }
func (c Carbon) AddMonths(n int) Carbon                          { return c }
func (c Carbon) AddMonthNoOverflow() Carbon                      { return c }
func (c Carbon) AddMonthsNoOverflow(n int) Carbon                { return c }
func (c Carbon) SubMonth() Carbon                                { return c }
func (c Carbon) SubMonths(n int) Carbon                          { return c }
func (c Carbon) SubMonthNoOverflow() Carbon                      { return c }
func (c Carbon) SubMonthsNoOverflow(n int) Carbon                { return c }
func (c Carbon) AddQuarter() Carbon                              { return c }
func (c Carbon) AddQuarters(n int) Carbon                        { return c }
func (c Carbon) AddQuarterNoOverflow() Carbon                    { return c }
func (c Carbon) AddQuartersNoOverflow(n int) Carbon              { return c }
func (c Carbon) SubQuarter() Carbon                              { return c }
func (c Carbon) SubQuarters(n int) Carbon                        { return c }
func (c Carbon) SubQuarterNoOverflow() Carbon                    { return c }
func (c Carbon) SubQuartersNoOverflow(n int) Carbon              { return c }
func (c Carbon) AddYear() Carbon                                 { return c }
func (c Carbon) AddYears(n int) Carbon                           { return c }
func (c Carbon) AddYearNoOverflow() Carbon                       { return c }
func (c Carbon) AddYearsNoOverflow(n int) Carbon                 { return c }
func (c Carbon) SubYear() Carbon                                 { return c }
func (c Carbon) SubYears(n int) Carbon                           { return c }
func (c Carbon) SubYearNoOverflow() Carbon                       { return c }
func (c Carbon) SubYearsNoOverflow(n int) Carbon                 { return c }
