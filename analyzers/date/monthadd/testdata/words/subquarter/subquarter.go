// Package subquarter adds months by SubQuarter alone.
package subquarter

import "github.com/dromara/carbon/v2"

func first() *carbon.Carbon {
	return carbon.Now().SubQuarter().StartOfMonth() // want `on 31 May 2026 gives 3 March, so StartOfMonth names the wrong month`
}
