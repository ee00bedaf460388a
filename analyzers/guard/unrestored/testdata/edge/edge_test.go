package edge

import (
	"testing"

	"example.com/unrestored/maint"
)

func TestOff(t *testing.T) {
	maint.Disable(new(maint.Node))
}
