// Package reported forgets the lock between the check and the danger.
package reported

import "sync"

type Node struct{ Pods int }

//leapguard:check wipe n when=true
func Empty(n *Node) bool { return n.Pods == 0 }

//leapguard:danger wipe n
func Wipe(n *Node) {}

type Scaler struct{ mu sync.Mutex }

func (s *Scaler) Down(n *Node) {
	s.mu.Lock()
	empty := Empty(n)
	s.mu.Unlock()
	if empty {
		Wipe(n) // want `relies on the check of kind wipe at line 18, since which the lock is released at line 19`
	}
}
