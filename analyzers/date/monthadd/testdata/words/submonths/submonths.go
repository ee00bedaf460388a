// Package submonths adds months by SubMonths alone.
package submonths

import "github.com/dromara/carbon/v2"

func first() *carbon.Carbon {
	return carbon.Now().SubMonths(1).StartOfMonth() // want `on 31 March 2026 gives 3 March, so StartOfMonth names the wrong month`
}
