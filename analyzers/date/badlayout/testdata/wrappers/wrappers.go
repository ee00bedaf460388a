// Package wrappers passes layouts on.
package wrappers

import "time"

// Show prints a time.
func Show(t time.Time, layout string) string { return t.Format(layout) }

// Quoted prints a time by Show.
func Quoted(layout string, t time.Time) string { return `"` + Show(t, layout) + `"` }

// First tries layouts in turn.
func First(s string, layouts ...string) (t time.Time, err error) {
	for _, l := range layouts {
		if t, err = time.Parse(l, s); err == nil {
			break
		}
	}
	return t, err
}

// Translated takes a layout of another kind.
func Translated(t time.Time, layout string) string {
	layout = translate(layout)
	return t.Format(layout)
}

func translate(s string) string { return s + "" }

// A Printer prints times.
type Printer struct{ Layout string }

// Print prints a time.
func (p *Printer) Print(t time.Time) string {
	layout := p.Layout
	if layout == "" {
		layout = defaultLayout()
	}
	return t.Format(layout)
}

func defaultLayout() string { return "2006/01/01" } // want `layout "2006/01/01" prints 31 March 2026 as "2026/03/03"`

func uses(t time.Time) {
	Show(t, "2006-02-01")                // want `layout "2006-02-01" prints 31 March 2026 as "2026-31-03"`
	Quoted("01 Jan 2006", t)             // want `layout "01 Jan 2006" prints 31 March 2026 as "03 Mar 2026"`
	First("", "2006-01-02", "2006.02")   // want `layout "2006.02" reads "2026.03" as 3 January 2026`
	First("", []string{"2006-01-01"}...) // want `layout "2006-01-01" rejects "2026-03-31": month out of range`
	Translated(t, "2006-02-01")
	_ = Printer{Layout: "2006-01-02 12:04"} // want `layout "2006-01-02 12:04" prints 31 March 2026 17:48 as "2026-03-31 331:48"`
}
