// Package capitalyear is looked at for one word.
package capitalyear

import "time"

const YEAR = 365 * 86400 * time.Second // want `YEAR is 365 days`
