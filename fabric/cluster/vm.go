package cluster

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// A VMStatus is where a virtual machine is in its life, as the fabric controller
// sees it.
type VMStatus string

// The statuses of virtual machines.
const (
	Starting VMStatus = "starting"
	Up       VMStatus = "up"   // it runs and has its secrets
	Down     VMStatus = "down" // its start has failed
)

// A VM is what the fabric controller knows of a virtual machine.
type VM struct {
	ID    VMID
	App   string
	Guest Version // of the guest agent in its image
	// Disposable says that its operating system holds nothing that is missed when
	// it is installed again.
	Disposable bool

	Node    NodeID // where it is placed
	Status  VMStatus
	Since   time.Time // of the status
	Trigger Trigger   // of its last start
	// Used says that code of a customer has run in it on this node.
	Used bool
	// From is the node from which it was healed, if it was.
	From NodeID
	// Ticket is that of the heal which is in flight, 0 if none is.
	Ticket uint64
}

func (vm *VM) become(now time.Time, status VMStatus) { vm.Status, vm.Since = status, now }

// A Capacity says how much of an application is up.
type Capacity struct{ Up, All int }

// Available reports whether the application is up at all.
func (c Capacity) Available() bool { return c.Up > 0 }

// Capacity returns how many virtual machines of an application there are, and how many
// of them are up.
func (h Machines) Capacity(app string) Capacity {
	var c Capacity
	for _, vm := range h.VMs {
		if vm.App != app {
			continue
		}
		c.All++
		if vm.Status == Up {
			c.Up++
		}
	}
	return c
}

// artefact returns what is to blame if the virtual machine does not start.
func (vm *VM) artefact() breaker.Artefact { return guestAgent(vm.Guest) }

func guestAgent(v Version) breaker.Artefact {
	return breaker.Artefact{Name: "guest agent", Version: string(v), Layer: breaker.Guest}
}

// Deploy asks for a new virtual machine.
type Deploy struct {
	VM         VMID
	App        string
	Guest      Version
	Trigger    Trigger // Deployment or ScaleOut
	Disposable bool
}

// Upgrade asks that a virtual machine starts again where it is, from an image with
// another guest agent.
type Upgrade struct {
	VM    VMID
	Guest Version
}

// Delete asks that a virtual machine is no more.
type Delete struct{ VM VMID }

func (Deploy) event()  {}
func (Upgrade) event() {}
func (Delete) event()  {}

// StartVM asks the host agent of a node to start a virtual machine.
type StartVM struct {
	Node  NodeID
	Start Start
}

// StopVM asks the host agent of a node to stop a virtual machine.
type StopVM struct {
	Node NodeID
	VM   VMID
}

func (StartVM) action() {}
func (StopVM) action()  {}

// manages reports why applications cannot be managed now, nil if they can.
func (c *Controller) manages() error {
	if c.config.Threshold == 0 {
		return fmt.Errorf("%w: without a threshold nothing is to be healed, and so nothing runs", ErrOff)
	}
	if c.off[Management] {
		return fmt.Errorf("%w: %s", ErrOff, Management)
	}
	return nil
}

// runnable reports why no virtual machine starts with a guest agent, nil if it may.
func (c *Controller) runnable(v Version) error {
	if blank(string(v)) {
		return fmt.Errorf("%w: a guest agent of version %q", ErrUnknown, v)
	}
	if h, held := c.holds[v]; held {
		return fmt.Errorf("%w: guest agent %s: %s", ErrHeld, v, h.Why)
	}
	return nil
}

func (c *Controller) deploy(now time.Time, e Deploy) ([]Action, error) {
	if err := cmp.Or(c.manages(), c.runnable(e.Guest)); err != nil {
		return nil, err
	}
	if _, twice := c.vms[e.VM]; twice || e.VM == "" {
		return nil, fmt.Errorf("%w: virtual machine %q is there already, or has no name", ErrStatus, e.VM)
	}
	if e.Trigger != Deployment && e.Trigger != ScaleOut {
		return nil, fmt.Errorf("%w: virtual machine %s is new, not started by %s", ErrStatus, e.VM, e.Trigger)
	}
	for n := range c.candidates() {
		vm := &VM{ID: e.VM, App: e.App, Guest: e.Guest, Disposable: e.Disposable, Node: n.ID, Trigger: e.Trigger}
		c.vms[vm.ID] = vm
		c.placed = n.ID
		return c.start(now, vm), nil
	}
	return nil, fmt.Errorf("%w for virtual machine %s", ErrRoom, e.VM)
}

// upgrade is refused while the breaker is open: a cluster in which too much fails is
// not changed. One that is being healed is left alone, or nobody would ever know what
// came of the heal.
func (c *Controller) upgrade(now time.Time, e Upgrade) ([]Action, error) {
	if err := cmp.Or(c.manages(), c.runnable(e.Guest)); err != nil {
		return nil, err
	}
	vm := c.vms[e.VM]
	if vm == nil {
		return nil, fmt.Errorf("%w: virtual machine %s", ErrUnknown, e.VM)
	}
	if o, open := c.budget.Opening(); open {
		return nil, fmt.Errorf("%w: no virtual machine is updated: %s", breaker.ErrOpen, o.Reason)
	}
	if _, err := c.node(vm.Node, InService); err != nil {
		return nil, err
	}
	if vm.Ticket != 0 {
		return nil, fmt.Errorf("%w: virtual machine %s is being healed", ErrStatus, vm.ID)
	}
	vm.Guest, vm.Trigger = e.Guest, Update
	return c.start(now, vm), nil
}

// remove is always possible. A heal that was in flight has no outcome, which counts as
// a failure.
func (c *Controller) remove(now time.Time, e Delete) ([]Action, error) {
	if err := c.manages(); err != nil {
		return nil, err
	}
	vm := c.vms[e.VM]
	if vm == nil {
		return nil, fmt.Errorf("%w: virtual machine %s", ErrUnknown, e.VM)
	}
	c.settle(now, vm, breaker.Failed)
	delete(c.vms, vm.ID)
	return []Action{StopVM{Node: vm.Node, VM: vm.ID}}, nil
}

// start has a virtual machine started on its node, and waits for what comes of it.
func (c *Controller) start(now time.Time, vm *VM) []Action {
	vm.become(now, Starting)
	actions := []Action{StartVM{Node: vm.Node, Start: Start{
		VM: vm.ID, Guest: vm.Guest, Trigger: vm.Trigger, Clean: !vm.Used, Disposable: vm.Disposable,
	}}}
	return append(actions, c.await(now.Add(c.config.Deadline))...)
}

// await asks for a tick at an instant, unless there is one before, which will.
func (c *Controller) await(at time.Time) []Action {
	if !c.wake.IsZero() && !at.Before(c.wake) {
		return nil
	}
	c.wake = at
	return []Action{Wake{at}}
}

// candidates returns the nodes in service, round robin: from the one behind that on
// which a virtual machine was placed last.
func (c *Controller) candidates() iter.Seq[*Node] {
	return func(yield func(*Node) bool) {
		next, found := slices.BinarySearch(c.ids, c.placed)
		if found {
			next++
		}
		for i := range c.ids {
			n := c.nodes[c.ids[(next+i)%len(c.ids)]]
			if n.Status == InService && !yield(n) {
				return
			}
		}
	}
}

// machines returns the virtual machines for which a condition holds, in order of
// their names.
func (c *Controller) machines(holds func(*VM) bool) []*VM {
	var out []*VM
	for _, vm := range c.vms {
		if holds(vm) {
			out = append(out, vm)
		}
	}
	slices.SortFunc(out, func(a, b *VM) int { return cmp.Compare(a.ID, b.ID) })
	return out
}
