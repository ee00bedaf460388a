// Package subquarters adds months by SubQuarters alone.
package subquarters

import "github.com/dromara/carbon/v2"

func first() *carbon.Carbon {
	return carbon.Now().SubQuarters(1).StartOfMonth() // want `on 31 May 2026 gives 3 March, so StartOfMonth names the wrong month`
}
