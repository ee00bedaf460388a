// Package equalf is looked at for one word.
package equalf

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func year(t *testing.T, from time.Time) {
	assert.Equalf(t, from.AddDate(1, 0, 0), from.AddDate(0, 0, 365), "later") // want `compared with 365 days`
}
