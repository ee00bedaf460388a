// Package silent holds the lock until the node is gone.
package silent

import "sync"

type Node struct{ Pods int }

//leapguard:check wipe n when=true
func Empty(n *Node) bool { return n.Pods == 0 }

//leapguard:danger wipe n
func Wipe(n *Node) {}

type Scaler struct{ mu sync.Mutex }

func (s *Scaler) Down(n *Node) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if Empty(n) {
		Wipe(n)
	}
}
