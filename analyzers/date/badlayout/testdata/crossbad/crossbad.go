// Package crossbad passes layouts to another package, and takes them from one.
package crossbad

import (
	"time"

	"example.com/badlayout/layouts"
	"example.com/badlayout/wrappers"
)

func uses(t time.Time, s string) {
	wrappers.Show(t, "20060201")            // want `layout "20060201" prints 31 March 2026 as "20263103"`
	wrappers.Show(t, layouts.Month)         // want `layout "2006-02" prints 31 March 2026 as "2026-31"`
	wrappers.First(s, layouts.Day, "15:01") // want `layout "15:01" rejects "17:48": month out of range`
	t.Format(layouts.Month)                 // want `layout "2006-02" prints 31 March 2026 as "2026-31"`
	t.Format(layouts.Day)
	show(t, "2006-01-01") // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
}

func show(t time.Time, layout string) string { return wrappers.Quoted(layout, t) }
