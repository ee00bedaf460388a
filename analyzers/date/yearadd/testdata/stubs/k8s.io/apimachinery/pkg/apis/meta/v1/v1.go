// Package v1 has the form of the library.
package v1

import "time"

// A Time is a time.
type Time struct{ time.Time }

func NewTime(t time.Time) Time { return Time{} }
func Now() Time                { return Time{} }

// A MicroTime is a time.
type MicroTime struct{ time.Time }

func NewMicroTime(t time.Time) MicroTime { return MicroTime{} }
func NowMicro() MicroTime                { return MicroTime{} }
