// Package generics passes layouts through generic functions and types.
package generics

import "time"

type stamped interface{ Time() time.Time }

func show[T stamped](x T, layout string) string { return x.Time().Format(layout) }

type table[K comparable] struct{ layouts map[K]string }

func (t *table[K]) show(k K, at time.Time) string { return at.Format(t.layouts[k]) }

type event struct{ at time.Time }

func (e event) Time() time.Time { return e.at }

func uses(e event) {
	show(e, "2006-01-01")        // want `layout "2006-01-01" prints 31 March 2026 as "2026-03-03"`
	show[event](e, "2006/02/01") // want `layout "2006/02/01" prints 31 March 2026 as "2026/31/03"`
	t := &table[int]{map[int]string{
		1: "2006-01-02",
		2: "15:04 pm", // want `layout "15:04 pm" prints 17:48 as "17:48 pm"`
	}}
	t.show(1, e.at)
}
