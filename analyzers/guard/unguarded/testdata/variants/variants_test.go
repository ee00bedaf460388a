package variants

import (
	"testing"

	"example.com/unguarded/node"
)

func Test(t *testing.T) {
	n := node.Owner(nil)
	if node.Idle(n) {
		onlyTests(n)
	}
	checked(n)
	node.Format(n)
	node.Format(n) //leapguard:ok format a test
}
