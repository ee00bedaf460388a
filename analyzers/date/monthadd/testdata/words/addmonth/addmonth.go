// Package addmonth adds months by AddMonth alone.
package addmonth

import "github.com/dromara/carbon/v2"

func first() *carbon.Carbon {
	return carbon.Now().AddMonth().StartOfMonth() // want `on 31 January 2026 gives 3 March, so StartOfMonth names the wrong month`
}
