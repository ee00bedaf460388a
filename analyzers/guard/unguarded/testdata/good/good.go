// Package good checks before it destroys.
package good

import (
	"errors"
	"fmt"
	"log"
	"os"
	"slices"
	"sync"

	"example.com/unguarded/node"
)

// Direct checks directly.
func Direct(n *node.Node) {
	if node.Idle(n) {
		node.Format(n)
	}
}

// Early returns early.
func Early(n *node.Node) {
	if n.Protected {
		return
	}
	log.Print(n.Name)
	node.Format(n)
}

// Negated says not twice.
func Negated(n *node.Node) {
	if protected := !!n.Protected; !protected {
		node.Format(n)
	}
}

// Compared compares with constants.
func Compared(n *node.Node) {
	if node.Busy(n) == false {
		node.Format(n)
	}
	if true != n.Next.Protected {
		node.Format(n.Next)
	}
}

// And combines checks.
func And(n *node.Node, force bool) {
	if n != nil && node.Idle(n) && force {
		node.Format(n)
	}
	if n == nil || n.Protected || !force {
		return
	}
	node.Format(n)
}

// StoredBool keeps the result.
func StoredBool(n *node.Node, force bool) {
	ok := !n.Protected && force
	log.Print(ok)
	if ok {
		node.Format(n)
	}
}

// NoReturn ends the process.
func NoReturn(n *node.Node) {
	if !node.Idle(n) {
		log.Fatal("busy")
	}
	node.Format(n)
}

// Panic panics.
func Panic(n *node.Node) {
	if n.Protected {
		panic("protected")
	}
	node.Format(n)
}

func die(msg string) {
	fmt.Fprintln(os.Stderr, msg)
	os.Exit(1)
}

// Die ends the process through a helper.
func Die(n *node.Node) {
	if err := node.Refuse(n); err != nil {
		die(err.Error())
	}
	node.Format(n)
}

// NamedResult has a deferred closure that looks at err.
func NamedResult(n *node.Node) (err error) {
	defer func() {
		if err != nil {
			log.Print(err)
		}
	}()
	if err = node.Refuse(n); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

// Continue skips protected nodes.
func Continue(nodes []*node.Node) {
	for _, n := range nodes {
		if n.Protected {
			continue
		}
		node.Format(n)
	}
	for i := range nodes {
		if !nodes[i].Protected {
			node.Format(nodes[i])
		}
	}
	for n := nodes[0]; n != nil; n = n.Next {
		if node.Busy(n) {
			break
		}
		node.Format(n)
	}
}

// SwitchTrue has a case for busy nodes.
func SwitchTrue(n *node.Node, force bool) {
	switch {
	case node.Busy(n):
		return
	case force:
		node.Format(n)
	default:
		n.Wipe()
	}
}

// Both looks at answer and error.
func Both(n *node.Node) {
	if ok, err := node.Probe(n); err == nil && ok {
		node.Format(n)
	}
}

// BothInTurn looks at them one by one.
func BothInTurn(n *node.Node) error {
	ok, err := node.Probe(n)
	if err != nil {
		return err
	}
	if !ok {
		return errors.New("busy")
	}
	node.Format(n)
	return nil
}

// Phi sets err on two paths.
func Phi(n *node.Node, quick bool) error {
	var err error
	if quick {
		err = node.Refuse(n)
	} else {
		err = node.Guarded(n)
	}
	if err != nil {
		return err
	}
	node.Format(n)
	return nil
}

// Interface asks the interface.
func Interface(s node.Store, n *node.Node) error {
	if ok, err := s.CanErase(n); !ok || err != nil {
		return err
	}
	return s.Erase(n)
}

type disk struct{ nodes map[string]*node.Node }

func (d *disk) Erase(n *node.Node) error {
	node.Format(n) // callers of Erase have checked
	return nil
}
func (d *disk) CanErase(n *node.Node) (bool, error) { return !n.Protected, nil }

// Concrete asks the implementation.
func Concrete(d *disk, n *node.Node) error {
	if ok, err := d.CanErase(n); !ok || err != nil {
		return err
	}
	return d.Erase(n)
}

// MethodValue goes through method values.
func MethodValue(n *node.Node) {
	wipe, idle := n.Wipe, n.Idle
	if idle() {
		wipe()
	}
	if (*node.Node).Idle(n.Next) {
		(*node.Node).Wipe(n.Next)
	}
}

// Goroutine checks where it destroys.
func Goroutine(nodes []*node.Node) {
	var wg sync.WaitGroup
	for _, n := range nodes {
		wg.Go(func() {
			if !n.Protected {
				node.Format(n)
			}
		})
		go func() {
			if n.Protected {
				return
			}
			node.Format(n)
		}()
	}
	wg.Wait()
}

// Closures run in place.
func Closures(n *node.Node, retry func(func() error) error) error {
	if err := node.Refuse(n); err != nil {
		return err
	}
	func() { node.Format(n) }()
	format := func() { node.Format(n) }
	format()
	return retry(func() error {
		node.Format(n)
		return nil
	})
}

// Param is checked where the closure is called.
func Param(n *node.Node) {
	format := func(m *node.Node) { node.Format(m) }
	if node.Idle(n) {
		format(n)
	}
}

// Deferred comes behind the check.
func Deferred(n *node.Node) error {
	if err := node.Refuse(n); err != nil {
		return err
	}
	defer node.Format(n)
	defer func() { n.Wipe() }()
	return nil
}

// Recovered checks after a panic.
func Recovered(n *node.Node) {
	defer func() {
		if recover() != nil && n.Idle() {
			n.Wipe()
		}
	}()
	log.Panic(n.Name)
}

// Copy checks a copy.
func Copy(n *node.Node) {
	m := *n
	if m.Protected {
		return
	}
	node.Format(n)
}

// Values are copies as well.
func Values(nodes []node.Node) {
	for _, n := range nodes {
		if n.Protected {
			continue
		}
		node.Format(&n)
	}
	for i := range nodes {
		if nodes[i].Protected {
			continue
		}
		node.Format(&nodes[i])
	}
}

// Kinds checks each kind.
func Kinds(n *node.Node) {
	if n.Protected || n.Locked || n.Lease != nil {
		return
	}
	node.Format(n)
	node.Unlock(n)
	node.Release(n)
}

// Lowered is a decision.
func Lowered(n *node.Node) {
	n.Lower()
	n.Wipe()
	n.Raise()
}

// SetFlag is one too.
func SetFlag(n *node.Node) {
	n.Protected = false
	n.Wipe()
	n.Protected = true
}

// Enum is in the right state.
func Enum(n *node.Node) {
	if n.State == node.Drained {
		node.Format(n)
	}
	switch n.Next.State {
	case node.Drained:
		node.Format(n.Next)
	}
}

// Everything asks.
func Everything() {
	if node.Maintenance() {
		node.Drop()
	}
}

// Nil takes none for none.
func Nil(n *node.Node) {
	if owner := node.Owner(n); owner == nil {
		node.Format(n)
	}
	if node.Owner(n.Next) != nil {
		return
	}
	node.Format(n.Next)
}

// Names stand for nodes.
func Names(n *node.Node, store node.Store) {
	if n.Protected {
		return
	}
	node.FormatName(n.Name)
	node.FormatName(n.ID())
}

// NamesToo is checked by name.
func NamesToo(n *node.Node) {
	if node.IdleName(n.Name) {
		n.Wipe()
	}
	if node.IdleName(n.Next.ID()) {
		n.Next.Wipe()
	}
}

// Jobs carry a node.
func Jobs(n *node.Node) {
	if node.Busy(n) {
		return
	}
	job := &node.Job{Node: n}
	job.Run()
}

// Imported uses the checks that another package's functions are.
func Imported(n *node.Node) error {
	if err := node.Guarded(n); err != nil {
		return fmt.Errorf("%s: %w", n.Name, err)
	}
	node.Format(n)
	if node.MayFormat(n.Next) {
		node.Format(n.Next)
	}
	return nil
}

var errBusy = errors.New("busy")

func mayFormat(n *node.Node, force bool) error {
	switch {
	case force && n.Protected:
		return errBusy
	case !n.Protected:
		return nil
	}
	if err := node.Refuse(n); err != nil {
		return fmt.Errorf("format %s: %w", n.Name, err)
	}
	return nil
}

func ensure(n *node.Node) (ok bool, err error) {
	if err := mayFormat(n, true); err != nil {
		return false, err
	}
	return node.Probe(n)
}

func must(n *node.Node) {
	if ok, err := ensure(n); err != nil || !ok {
		log.Fatalf("%s: %v", n.Name, err)
	}
}

func blocked(n *node.Node) bool { return n.Protected || node.Busy(n) }

// Helpers are checks.
func Helpers(a, b, c, d *node.Node) {
	if mayFormat(a, false) == nil {
		node.Format(a)
	}
	if ok, err := ensure(b); ok && err == nil {
		node.Format(b)
	}
	must(c)
	node.Format(c)
	if blocked(d) {
		return
	}
	node.Format(d)
}

func teardown(n *node.Node) {
	log.Print(n.Name)
	node.Format(n)
}

func dismantle(n *node.Node) { teardown(n) }

// Callers check.
func Callers(n *node.Node) {
	if node.Idle(n) {
		dismantle(n)
	}
	if !n.Next.Protected {
		teardown(n.Next)
		defer dismantle(n.Next)
	}
}

type agent struct{ node *node.Node }

func (a *agent) run() { a.node.Wipe() }

// Agents are checked by their field.
func Agents(a *agent) {
	if a.node.Idle() {
		a.run()
	}
}

// Needs leaves the check to its callers.
//
//leapguard:needs format n
func Needs(n *node.Node) { node.Prepare(n) }

// Made here is not in use.
func Made() {
	n := &node.Node{Name: "new"}
	node.Format(n)
	var m node.Node
	node.Format(&m)
	dir, err := os.MkdirTemp("", "node")
	if err != nil {
		return
	}
	defer node.FormatName(dir)
}

// Waived was reviewed.
func Waived(n *node.Node) {
	//leapguard:ok format only called by the installer
	node.Format(n)
	n.Wipe() //leapguard:ok format see above
}

// WaivedFunc was reviewed.
//
//leapguard:ok format only called by the installer
func WaivedFunc(n *node.Node) { n.Wipe() }

// Filter destroys what it collected.
func Filter(nodes []*node.Node) {
	var idle []*node.Node
	byName := make(map[string]*node.Node)
	for _, n := range nodes {
		if node.Idle(n) {
			idle = append(idle, n)
			byName[n.Name] = n
		}
	}
	for _, n := range idle {
		node.Format(n)
		node.FormatName(n.Name)
	}
	for _, n := range byName {
		node.Format(n)
	}
	node.FormatAll(idle...)
	node.FormatAll(slices.DeleteFunc(nodes, node.Busy)...)
	rest := slices.DeleteFunc(slices.Clone(nodes), func(n *node.Node) bool { return n.Protected })
	for _, n := range rest {
		node.Format(n)
	}
	if node.Idle(nodes[0]) && node.Idle(nodes[1]) {
		node.FormatAll(nodes[0], nodes[1])
	}
}

// Either is one of two checked nodes.
func Either(a, b *node.Node, second bool) {
	if node.Busy(a) || node.Busy(b) {
		return
	}
	victim := a
	if second {
		victim = b
	}
	node.Format(victim)
}

type wiper[T any] struct{ n *node.Node }

// Wipe is the method of a generic type.
//
//leapguard:danger format recv.n
func (w *wiper[T]) Wipe() {}

//leapguard:check format recv.n when=true
func (w *wiper[T]) idle() bool { return w != nil }

func ready[T any](w *wiper[T]) bool { return w != nil && w.idle() }

// Generic calls instances.
func Generic(a *wiper[int], b *wiper[string]) {
	if a.idle() {
		a.Wipe()
	}
	if ready(b) {
		b.Wipe()
	}
}
