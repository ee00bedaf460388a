// Package passed passes layouts to functions of which few words tell what they do with them.
package passed

import (
	"time"

	"example.com/badlayout/words/bydateformat"
	"example.com/badlayout/words/bydatelayout"
	"example.com/badlayout/words/byformat"
	"example.com/badlayout/words/byformats"
	"example.com/badlayout/words/bylayout"
	"example.com/badlayout/words/bylayouts"
	"example.com/badlayout/words/bytimeformat"
	"example.com/badlayout/words/bytimelayout"
)

func uses(t time.Time, s string) {
	bylayout.Show(t, "2006-01-01")     // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
	bylayouts.First(s, "2006-01-01")   // want `layout "2006-01-01" rejects "2026-03-31"`
	byformat.Show(t, "2006-01-01")     // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
	byformats.First(s, "2006-01-01")   // want `layout "2006-01-01" rejects "2026-03-31"`
	bytimelayout.Show(t, "2006-01-01") // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
	bytimeformat.Read("2006-01-01", s) // want `layout "2006-01-01" rejects "2026-03-31"`
	bydatelayout.Show(t, "2006-01-01") // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
	bydateformat.Read("2006-01-01", s) // want `layout "2006-01-01" rejects "2026-03-31"`
}
