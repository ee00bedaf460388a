// Package exportedyear is looked at for one word.
package exportedyear

import "time"

const Year = 365 * 86400 * time.Second // want `Year is 365 days`
