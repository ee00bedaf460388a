// Package addquarters adds months by AddQuarters alone.
package addquarters

import "github.com/dromara/carbon/v2"

func first() *carbon.Carbon {
	return carbon.Now().AddQuarters(1).StartOfMonth() // want `on 31 January 2026 gives 1 May, so StartOfMonth names the wrong month`
}
