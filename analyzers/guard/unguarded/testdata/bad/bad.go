// Package bad destroys nodes without a check.
package bad

import (
	"errors"
	"log"
	"sync"

	"example.com/unguarded/node"
)

// Direct does not check at all.
func Direct(n *node.Node) {
	node.Format(n) // want `^node\.Format\(n\) is reached though no check of kind format holds for n$`
}

// Logged tells but goes on.
func Logged(n *node.Node) {
	if !node.Idle(n) {
		log.Print("busy")
	}
	node.Format(n) // want `no check of kind format holds for n; the check node.Idle\(n\) at line \d+ does not decide whether control comes here`
}

// Inverted destroys what must not be destroyed.
func Inverted(n *node.Node) {
	if n.Protected {
		node.Format(n) // want `the test of n.Protected at line \d+ refuses on this path`
	}
}

// InvertedCall does so by a check.
func InvertedCall(n *node.Node) {
	if node.Idle(n) {
		return
	}
	node.Format(n) // want `the check node.Idle\(n\) at line \d+ refuses on this path`
}

// OtherKind checks something else.
func OtherKind(n *node.Node) {
	if n.Protected {
		return
	}
	node.Unlock(n) // want `no check of kind lock holds for n; the test of n.Protected at line \d+ is a check of kind format`
}

// OtherObject checks another node.
func OtherObject(a, b *node.Node) {
	if node.Idle(a) {
		node.Format(b) // want `no check of kind format holds for b; the check node.Idle\(a\) at line \d+ is of another object`
	}
}

// Child checks the node, not its successor.
func Child(n *node.Node) {
	if n.Protected {
		return
	}
	node.Format(n.Next) // want `holds for n\.Next; the test of n.Protected`
}

// Or needs both.
func Or(n *node.Node, force bool) {
	if force || node.Idle(n) {
		node.Format(n) // want `no check of kind format`
	}
}

// OneBranch checks on one path only.
func OneBranch(n *node.Node, quick bool) {
	if !quick {
		if err := node.Refuse(n); err != nil {
			return
		}
	}
	node.Format(n) // want `no check of kind format`
}

// IgnoredError does not look at the error.
func IgnoredError(n *node.Node) {
	if ok, _ := node.Probe(n); ok {
		node.Format(n) // want `no check of kind format`
	}
}

// OnlyError does not look at the answer.
func OnlyError(n *node.Node) {
	if _, err := node.Probe(n); err == nil {
		node.Format(n) // what nobody looks at is a finding of ignoredguard
	}
}

// StoredBool combines the check with or.
func StoredBool(n *node.Node, force bool) {
	ok := node.Idle(n) || force
	if ok {
		node.Format(n) // want `no check of kind format`
	}
}

// NamedResult has a deferred closure that looks at err.
func NamedResult(n *node.Node) (err error) {
	defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	if err = node.Refuse(n); err == nil {
		return errors.New("idle")
	}
	node.Format(n) // want `the check node.Refuse\(n\) at line \d+ refuses on this path`
	return nil
}

// Continue skips the wrong nodes.
func Continue(nodes []*node.Node) {
	for _, n := range nodes {
		if !n.Protected {
			continue
		}
		node.Format(n) // want `the test of n.Protected at line \d+ refuses`
	}
}

// AfterLoop uses the last node that was looked at.
func AfterLoop(nodes []*node.Node) {
	var last *node.Node
	for _, n := range nodes {
		if n.Protected {
			log.Print(n.Name)
		}
		last = n
	}
	node.Format(last) // want `no check of kind format holds for last`
}

// SwitchTrue has a case that does not check.
func SwitchTrue(n *node.Node, force bool) {
	switch {
	case node.Busy(n):
		return
	case force:
		node.Format(n)
	}
	switch {
	case force:
		node.Format(n.Next) // want `holds for n.Next`
	case node.Busy(n.Next):
	}
}

// Both has the wrong operator.
func Both(n *node.Node) {
	if ok, err := node.Probe(n); err == nil || ok {
		node.Format(n) // want `no check of kind format`
	}
}

// Interface destroys through an interface.
func Interface(s node.Store, n *node.Node) error {
	if ok, err := s.CanErase(n); !ok && err == nil {
		return s.Erase(n) // want `s\.Erase\(n\) is reached though no check of kind format holds for n; the check s\.CanErase\(n\) at line \d+ refuses on this path`
	}
	return nil
}

type disk struct{ nodes map[string]*node.Node }

func (d *disk) Erase(n *node.Node) error            { delete(d.nodes, n.Name); return nil }
func (d *disk) CanErase(n *node.Node) (bool, error) { return !n.Protected, nil }

// Concrete destroys through the implementation.
func Concrete(d *disk, n *node.Node) error {
	return d.Erase(n) // want `d\.Erase\(n\) is reached though no check of kind format holds for n`
}

// MethodValue destroys through a method value.
func MethodValue(n *node.Node) {
	wipe := n.Wipe
	wipe() // want `wipe\(\) is reached though no check of kind format holds for n`
}

// Goroutine checks long before it destroys.
func Goroutine(nodes []*node.Node) {
	var wg sync.WaitGroup
	for _, n := range nodes {
		if n.Protected {
			continue
		}
		wg.Go(func() {
			node.Format(n) // want `what is checked before the goroutine starts at line \d+ may have changed`
		})
		go func() {
			node.Format(n) // want `what is checked before the goroutine starts at line \d+ may have changed`
		}()
		go node.Format(n) // want `what is checked before the goroutine starts at line \d+ may have changed`
		go func(target *node.Node) {
			node.Format(target) // want `holds for target; what is checked before the goroutine starts at line \d+ may have changed`
		}(n)
		go func(next *node.Node) {
			node.Format(next) // want `holds for next$`
		}(n.Next)
	}
	wg.Wait()
}

// Stored puts the danger away.
func Stored(n *node.Node, todo *[]func()) {
	if !n.Protected {
		*todo = append(*todo, func() { node.Format(n) }) // want `no check of kind format`
	}
}

// Deferred destroys also what the check refuses.
func Deferred(n *node.Node) error {
	defer node.Format(n) // want `no check of kind format`
	return node.Refuse(n)
}

// DeferredClosure does the same.
func DeferredClosure(n *node.Node) error {
	defer func() {
		node.Format(n) // want `no check of kind format`
	}()
	return node.Refuse(n)
}

// Recovered destroys after a panic.
func Recovered(n *node.Node) {
	defer func() {
		if recover() != nil {
			n.Wipe() // want `n\.Wipe\(\) is reached`
		}
	}()
	if !n.Idle() {
		panic("busy")
	}
}

// Copy checks a copy of one node and destroys another.
func Copy(n, other *node.Node) {
	m := *n
	if m.Protected {
		return
	}
	node.Format(other) // want `no check of kind format holds for other`
}

// Reassigned checks a node and goes on to the next.
func Reassigned(n *node.Node) {
	if node.Busy(n) {
		return
	}
	n = n.Next
	node.Format(n) // want `no check of kind format holds for n; the check node.Busy\(n\) at line \d+ is of another n`
}

// ReassignedField changes what was checked.
func ReassignedField(j *node.Job, n *node.Node) {
	if j.Node.Protected {
		return
	}
	j.Node = n
	j.Run() // want `no check of kind format holds for j\.Node`
}

// Raised protects the node again.
func Raised(n *node.Node) {
	n.Lower()
	n.Raise()
	n.Wipe() // want `no check of kind format`
}

// SetFlag protects the node itself.
func SetFlag(n *node.Node) {
	n.Protected = true
	n.Wipe() // want `the test of n.Protected at line \d+ refuses`
}

// Enum is in the wrong state.
func Enum(n *node.Node) {
	if n.State == node.Draining {
		node.Format(n) // want `the test of n.State at line \d+ refuses`
	}
	if n.State != node.Serving {
		node.Format(n) // want `no check of kind format holds for n$`
	}
}

// Everything drops without asking.
func Everything(n *node.Node) {
	if node.Idle(n) {
		node.Drop() // want `^node\.Drop\(\) is reached though no check of kind drop holds$`
	}
}

// Lease looks at the wrong side.
func Lease(n *node.Node) {
	if n.Lease != nil {
		node.Release(n) // want `the test of n.Lease at line \d+ refuses`
	}
}

// Nil takes an owner for none.
func Nil(n *node.Node) {
	if owner := node.Owner(n); owner != nil {
		node.Format(n) // want `the check node.Owner\(n\) at line \d+ refuses`
	}
}

func teardown(n *node.Node) {
	log.Print(n.Name)
	node.Format(n)
}

func dismantle(n *node.Node) { teardown(n) }

// Checked asks before.
func Checked(n *node.Node) {
	if node.Idle(n) {
		dismantle(n)
	}
}

// Caller does not.
func Caller(n *node.Node) {
	dismantle(n) // want `dismantle\(n\) leads to Format though no check of kind format holds for n`
}

// Needs leaves the check to its callers, who do not check.
func Needs(n *node.Node) {
	node.Prepare(n) // want `node\.Prepare\(n\) leads to a danger though no check of kind format holds for n`
}

func stray(n *node.Node) {
	n.Wipe() // want `n\.Wipe\(\) is reached`
}

func asValue(n *node.Node) {
	n.Wipe() // want `n\.Wipe\(\) is reached`
}

// Values passes a function on, so that its callers are not known.
func Values(nodes []*node.Node) func(*node.Node) {
	return asValue
}

func started(n *node.Node) {
	n.Wipe() // want `n\.Wipe\(\) is reached`
}

// Start checks before a goroutine.
func Start(n *node.Node) {
	if node.Idle(n) {
		go started(n)
	}
}

// Filter collects the wrong ones too.
func Filter(nodes []*node.Node, all bool) {
	var idle []*node.Node
	for _, n := range nodes {
		if all || node.Idle(n) {
			idle = append(idle, n)
		}
	}
	for _, n := range idle {
		node.Format(n) // want `no check of kind format holds for n`
	}
	node.FormatAll(nodes...)           // want `no check of kind format holds for nodes`
	node.FormatAll(nodes[0], nodes[1]) // want `no check of kind format`
}

func init() {
	node.Format(defaultNode) // want `holds for defaultNode`
}

var defaultNode = new(node.Node)

type wiper[T any] struct{ n *node.Node }

// Wipe is the method of a generic type.
//
//leapguard:danger format recv.n
func (w *wiper[T]) Wipe() {}

//leapguard:check format recv.n when=true
func (w *wiper[T]) idle() bool { return w != nil }

// Generic calls instances.
func Generic(a *wiper[int], b *wiper[string]) {
	if a.idle() {
		a.Wipe()
	}
	b.Wipe() // want `b\.Wipe\(\) is reached though no check of kind format holds for b\.n`
}

// Both kinds are destroyed at once.
//
//leapguard:danger format n
//leapguard:danger lock n
//leapguard:danger lease n.Next
func destroy(n *node.Node) {}

// Destroy checks nothing.
func Destroy(n *node.Node) {
	destroy(n) // want `^destroy\(n\) is reached though no check of kind format or lock holds for n$`
}

func wipeRack(nodes []*node.Node) {
	for _, n := range nodes {
		node.Format(n)
	}
}

// Rack destroys all of a slice.
func Rack(nodes []*node.Node, n *node.Node) {
	if node.Busy(n) {
		return
	}
	wipeRack([]*node.Node{n})
	wipeRack(nodes) // want `wipeRack\(nodes\) leads to Format though no check of kind format holds for all of nodes`
}

// OtherIgnoredError asks about another node, too.
func OtherIgnoredError(a, b *node.Node) {
	if ok, _ := node.Probe(a); ok {
		node.Format(b) // want `holds for b; the check node.Probe\(a\) at line \d+ is of another object`
	}
}

type tool struct{}

// Wipe destroys a node.
//
//leapguard:danger format n
func (tool) Wipe(n *node.Node) {}

// MethodExpression names the receiver first.
func MethodExpression(t tool, n *node.Node) {
	tool.Wipe(t, n)      // want `holds for n$`
	(*node.Node).Wipe(n) // want `holds for n$`
	wipe := tool.Wipe
	wipe(t, n) // want `holds for n$`
	bound := t.Wipe
	bound(n) // want `holds for n$`
}
