// Package capitalmonth is looked at for one word.
package capitalmonth

import "time"

const MONTH = 30 * 86400 * time.Second // want `MONTH is 30 days`
