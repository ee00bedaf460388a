// Package timestamppb has the form of the library.
package timestamppb

import "time"

// A Timestamp is a point in time.
type Timestamp struct{ Seconds int64 }

func New(t time.Time) *Timestamp       { return nil }
func Now() *Timestamp                  { return nil }
func (x *Timestamp) AsTime() time.Time { return time.Time{} }
