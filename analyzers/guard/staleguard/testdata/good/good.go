package good

import (
	"sync"
	"time"
)

type Node struct{ version string }

//leapguard:check wipe n when=true
func Empty(n *Node) bool { return n != nil }

//leapguard:danger wipe n
func Wipe(n *Node) {}

type Options struct{ Preconditions string }

//leapguard:danger wipe n
func Delete(n *Node, o Options) {}

type Tx struct{}

//leapguard:danger wipe n
func (Tx) Delete(n *Node) {}

type pool struct{ mu, other sync.Mutex }

func (p *pool) Held(n *Node) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if Empty(n) {
		Wipe(n)
	}
}

func (p *pool) Other(n *Node) {
	p.other.Lock()
	p.other.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	if Empty(n) {
		p.other.Lock()
		p.other.Unlock()
		Wipe(n)
	}
}

func Rechecked(n *Node) {
	if !Empty(n) {
		return
	}
	time.Sleep(time.Minute)
	if Empty(n) {
		Wipe(n)
	}
}

func Conditional(n *Node) {
	if Empty(n) {
		time.Sleep(time.Minute)
		Delete(n, Options{Preconditions: n.version})
	}
}

func Transaction(tx Tx, n *Node) {
	if Empty(n) {
		time.Sleep(time.Minute)
		tx.Delete(n)
	}
}

func Before(n *Node) {
	time.Sleep(time.Minute)
	if Empty(n) {
		Wipe(n)
	}
}

func Waived(n *Node) {
	if Empty(n) {
		time.Sleep(time.Minute)
		Wipe(n) //leapguard:ok staleguard nothing else knows the node
	}
}
