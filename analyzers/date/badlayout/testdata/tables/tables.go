// Package tables keeps layouts in constants, variables, tables and fields.
package tables

import (
	"errors"
	"time"
)

const stamp = "20060201" // want `layout "20060201" prints 31 March 2026 as "20263103"`

// Declared where vet looks at the call only: it reports the constant.
const vetted = "2006-02-01"

var dated = "2006-01-01" // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`

var layouts = []string{
	time.RFC3339,
	"02/01/2006",
	"2006-02-01",  // want `layout "2006-02-01" rejects "2026-03-31"`
	"01 Jan 2006", // want `layout "01 Jan 2006" rejects "31 Mar 2026": month out of range`
}

var byName = map[string]string{
	"day":  "2006-01-02",
	"hour": "2006-01-02 14:04", // want `layout "2006-01-02 14:04" prints 31 March 2026 17:48 as "2026-03-31 348:48"`
}

var keys = map[string]bool{
	"2006/02/01": true, // want `layout "2006/02/01" rejects "2026/03/31"`
}

type column struct{ name, layout string }

var columns = []column{
	{"created", "2006-01-02"},
	{"changed", "2006-01-02 15:01"},           // want `layout "2006-01-02 15:01" prints 31 March 2026 17:48 as "2026-03-31 17:03"`
	{name: "deleted", layout: "Mon, 02 2006"}, // want `layout "Mon, 02 2006" prints 31 March 2026 as "Tue, 31 2026"`
}

func Parse(s string) (time.Time, error) {
	for _, l := range layouts {
		if t, err := time.Parse(l, s); err == nil {
			return t, nil
		}
	}
	for l := range keys {
		if t, err := time.Parse(l, s); err == nil {
			return t, nil
		}
	}
	return time.Time{}, errors.New("no date: " + s)
}

func Print(t time.Time, b []byte) []byte {
	b = append(b, t.Format(stamp)+t.Format(vetted)+t.Format(dated)+t.Format(byName["hour"])...)
	for _, c := range columns {
		b = t.AppendFormat(b, c.layout)
	}
	layout := "2006-01-02"
	if len(b) > 10 {
		layout = "2006.01.01" // want `layout "2006.01.01" prints 31 March 2026 as "2026.03.03"`
	}
	b = append(b, t.Format(layout+" 15:04")...)
	b = append(b, t.Format(layout)...)
	const day = "2006-01"
	return append(b, t.Format(day+"-01 15:04")...) // want `layout "2006-01-01 15:04" prints 31 March 2026 17:48 as "2026-03-03 17:48"`
}
