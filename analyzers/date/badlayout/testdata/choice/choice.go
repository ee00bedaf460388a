// Package choice lets the user choose between orders of day and month.
package choice

import "time"

type format struct{ layout, name string }

var formats = []format{
	{"2006-01-02", "yyyy-mm-dd"},
	{"2006-02-01", "yyyy-dd-mm"},
}

var layouts = map[string]string{"ymd": "2006.01.02", "ydm": "2006.02.01"}

func uses(t time.Time, name string) {
	for _, f := range formats {
		t.Format(f.layout)
	}
	t.Format(layouts[name])
}

func layoutOf(name string) string {
	switch name {
	case "YYYY/DD/MM":
		return "2006/02/01"
	case "DD/MM/YYYY":
		return "02/01/2006"
	}
	return "2006/01/02"
}

func chosen(t time.Time, name string) string {
	layout := "20060102"
	if name == "YYYYDDMM" {
		layout = "20060201"
	}
	return t.Format(layout) + t.Format(layoutOf(name))
}
