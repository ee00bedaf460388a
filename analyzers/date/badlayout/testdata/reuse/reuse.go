// Package reuse prints times by the layout that has read them.
package reuse

import (
	"errors"
	"time"
)

var layouts = []string{"2006-01-02 15:04:05 PM", "2006-01-02 3:04"}

type value struct {
	time   time.Time
	layout string
}

func parse(s string) (value, error) {
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return value{t, l}, nil
		}
	}
	return value{}, errors.New("no time: " + s)
}

func (v value) String() string { return v.time.Format(v.layout) }
