// Package hour is looked at for one word.
package hour

import "time"

const yearly = 365 * 24 * time.Hour // want `is 365 days`
