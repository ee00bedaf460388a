package bad

import (
	"errors"
	"sync"
	"time"
)

type Node struct {
	//leapguard:flag wipe when=false
	Protected bool
}

//leapguard:check wipe n when=true
func Empty(n *Node) bool { return n != nil }

//leapguard:danger wipe n
func Wipe(n *Node) {}

var errBusy = errors.New("busy")

type pool struct {
	mu sync.Mutex
}

func (p *pool) Unlocked(n *Node) error {
	p.mu.Lock()
	if !Empty(n) {
		p.mu.Unlock()
		return errBusy
	}
	p.mu.Unlock()
	Wipe(n) // want `^Wipe relies on the check of kind wipe at line 28, since which the lock is released at line 32$`
	return nil
}

func (p *pool) LockedAgain(n *Node) {
	p.mu.Lock()
	protected := n.Protected
	p.mu.Unlock()
	if !protected {
		p.mu.Lock()
		defer p.mu.Unlock()
		Wipe(n) // want `the lock is released`
	}
}

func Slept(n *Node) {
	if Empty(n) {
		time.Sleep(time.Minute)
		Wipe(n) // want `the goroutine sleeps`
	}
}

func Received(n *Node, ready chan bool) {
	if !Empty(n) {
		return
	}
	<-ready
	Wipe(n) // want `a channel operation blocks`
}

func Selected(n *Node, ready, stop chan bool) {
	if !Empty(n) {
		return
	}
	select {
	case <-ready:
	case <-stop:
		return
	}
	Wipe(n) // want `a select blocks`
}

func Sent(n *Node, begin chan *Node) {
	if Empty(n) {
		begin <- n
		Wipe(n) // want `a channel operation blocks`
	}
}

func Waited(n *Node, wg *sync.WaitGroup) {
	if Empty(n) {
		wg.Wait()
		Wipe(n) // want `the goroutine waits`
	}
}
