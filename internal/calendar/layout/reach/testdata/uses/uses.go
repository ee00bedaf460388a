// Package uses passes layouts to another package.
package uses

import (
	"time"

	"example.com/reach/passes"
)

const day = "a2"

var table = map[string][]string{"b2": {"c2", "d2"}}

type format struct{ layout, name string }

func direct(t time.Time, s string) {
	t.Format(day)
	passes.First(s, table["b2"]...)
	for key := range table {
		passes.Show(t, key)
	}
	for _, f := range []format{{"e2", "none"}, {layout: "f2", name: "none"}} {
		passes.Default(t, f.layout)
	}
	passes.Twice("g2", "h"+"2", s)
	passes.Translated(t, "none")
	passes.Other("none")
}
