package stamp

import (
	"errors"
	"testing"
)

// TestNodePrepare: a volume that is in use is not formatted, even if whoever prepares
// the node has not looked. ST-10.
func TestNodePrepare(t *testing.T) {
	for name, used := range map[string]*Volume{
		"copies": {Name: "b", extents: map[ExtentID]bool{"e": true}},
		"files":  {Name: "b", files: 1},
	} {
		n := &Node{ID: "n", State: Returned, Unprotected: true, volumes: []*Volume{{Name: "a"}, used}}
		if err := n.prepare(); !errors.Is(err, ErrInUse) {
			t.Errorf("%s: %v", name, err)
		}
		if n.State != Returned || name == "copies" && n.holds() != 1 {
			t.Errorf("%s: the node is %s with %d copies", name, n.State, n.holds())
		}
	}
	bad := &Node{ID: "n", State: Returned, volumes: []*Volume{{Name: "a", Bad: true, files: 1}}}
	if err := bad.prepare(); err != nil || bad.State != InService {
		t.Errorf("a disk that does not work: %v, the node is %s", err, bad.State)
	}
}
