// Package exportedmonth is looked at for one word.
package exportedmonth

import "time"

const Month = 30 * 86400 * time.Second // want `Month is 30 days`
