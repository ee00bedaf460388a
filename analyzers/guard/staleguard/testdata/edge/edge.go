package edge

import "time"

type Node struct{}

//leapguard:check wipe n when=true
func Empty(n *Node) bool { return n != nil }

//leapguard:danger wipe n
func Wipe(n *Node) {}

// Each sleeps behind the danger, and checks again then.
func Each(nodes []*Node) {
	for _, n := range nodes {
		if Empty(n) {
			Wipe(n)
		}
		time.Sleep(time.Second)
	}
}

// Once checks before the loop.
func Once(n *Node) {
	if !Empty(n) {
		return
	}
	for range 3 {
		Wipe(n) // want `the goroutine sleeps at line 30`
		time.Sleep(time.Second)
	}
}

// Either does not sleep on the way there.
func Either(n *Node, slow bool) {
	if !Empty(n) {
		return
	}
	if slow {
		time.Sleep(time.Second)
		return
	}
	Wipe(n)
}

// Polled does not block.
func Polled(n *Node, stop chan bool) {
	if !Empty(n) {
		return
	}
	select {
	case <-stop:
		return
	default:
	}
	Wipe(n)
}
