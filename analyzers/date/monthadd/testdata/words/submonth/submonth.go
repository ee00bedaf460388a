// Package submonth adds months by SubMonth alone.
package submonth

import "github.com/dromara/carbon/v2"

func first() *carbon.Carbon {
	return carbon.Now().SubMonth().StartOfMonth() // want `on 31 March 2026 gives 3 March, so StartOfMonth names the wrong month`
}
