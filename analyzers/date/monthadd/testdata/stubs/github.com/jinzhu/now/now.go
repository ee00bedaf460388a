// Package now has the form of the library.
package now

import "time"

// A Config tells when weeks start.
type Config struct{ WeekStartDay time.Weekday }

// A Now is a time.
type Now struct {
	time.Time
	*Config
}

func With(t time.Time) *Now                    { return nil }
func New(t time.Time) *Now                     { return nil }
func (config *Config) With(t time.Time) *Now   { return nil }
func (now *Now) BeginningOfDay() time.Time     { return now.Time }
func BeginningOfDay() time.Time                { return time.Time{} }
func (now *Now) BeginningOfWeek() time.Time    { return now.Time }
func BeginningOfWeek() time.Time               { return time.Time{} }
func (now *Now) BeginningOfMonth() time.Time   { return now.Time }
func BeginningOfMonth() time.Time              { return time.Time{} }
func (now *Now) BeginningOfQuarter() time.Time { return now.Time }
func BeginningOfQuarter() time.Time            { return time.Time{} }
func (now *Now) BeginningOfYear() time.Time    { return now.Time }
func BeginningOfYear() time.Time               { return time.Time{} }
func (now *Now) BeginningOfHalf() time.Time    { return now.Time }
func (now *Now) EndOfDay() time.Time           { return now.Time }
func EndOfDay() time.Time                      { return time.Time{} }
func (now *Now) EndOfMonth() time.Time         { return now.Time }
func EndOfMonth() time.Time                    { return time.Time{} }
func (now *Now) EndOfYear() time.Time          { return now.Time }
func EndOfYear() time.Time                     { return time.Time{} }
