// Package addmonths adds months by AddMonths alone.
package addmonths

import "github.com/dromara/carbon/v2"

func first() *carbon.Carbon {
	return carbon.Now().AddMonths(1).StartOfMonth() // want `on 31 January 2026 gives 3 March, so StartOfMonth names the wrong month`
}
