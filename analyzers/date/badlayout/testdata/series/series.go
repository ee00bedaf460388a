// Package series parses by several layouts, one after the other.
package series

import (
	"errors"
	"time"
)

func flexible(text string) time.Time {
	for _, layout := range []string{
		"2006-01-02",
		"2/1/2006",
		"1/2/2006",
		"2006-1-1", // want `layout "2006-1-1" rejects "2026-3-31"`
		"1/1/2006", // the two before it read all that it is for
	} {
		if t, err := time.Parse(layout, text); err == nil {
			return t
		}
	}
	return time.Time{}
}

var fallbacks = []string{
	time.DateTime,
	"2006-01-02 03:04:05", // what it is for is read already
	"2006-01-02T03:04:05", // want `layout "2006-01-02T03:04:05" rejects "2026-03-31T17:48:39"`
}

func parse(text string) (time.Time, error) {
	for _, layout := range fallbacks {
		if t, err := time.Parse(layout, text); err == nil {
			return t, nil
		}
	}
	return time.Time{}, errors.New("no time: " + text)
}

var late = []string{
	"2006/1/1", // want `layout "2006/1/1" reads "2026/4/3" as 1 March 2026`
	"2006/1/2",
}

func first(text string) (t time.Time, err error) {
	for _, layout := range late {
		if t, err = time.Parse(layout, text); err == nil {
			break
		}
	}
	return t, err
}

var columns = []string{
	"2006.01.02",
	"2006.01.01", // want `layout "2006.01.01" rejects "2026.03.31"`
}

// Each column has a layout of its own.
func each(texts []string) (out []time.Time) {
	for i, text := range texts {
		if t, err := time.Parse(columns[i], text); err == nil {
			out = append(out, t)
		}
	}
	return out
}
