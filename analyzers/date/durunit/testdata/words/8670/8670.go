// Package n8670 is looked at for one word.
package n8670

import "time"

const length = 8670 * time.Hour // want `is 8670 times an hour`
