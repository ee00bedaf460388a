// Package equalvalues is looked at for one word.
package equalvalues

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func year(t *testing.T, from time.Time) {
	assert.EqualValues(t, from.AddDate(1, 0, 0), from.AddDate(0, 0, 365)) // want `compared with 365 days`
}
