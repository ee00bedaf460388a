// Package n84600 is looked at for one word.
package n84600

import "time"

const length = 84600 * time.Second // want `is 84600 times a second`
