// Package addquarter adds months by AddQuarter alone.
package addquarter

import "github.com/dromara/carbon/v2"

func first() *carbon.Carbon {
	return carbon.Now().AddQuarter().StartOfMonth() // want `on 31 January 2026 gives 1 May, so StartOfMonth names the wrong month`
}
