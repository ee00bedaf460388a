package cluster

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// Machines is the part of a [State] that is about virtual machines.
type Machines struct {
	VMs      []VM
	Evidence []breaker.Evidence
	Holds    []Hold
	Budget   breaker.Snapshot
	Off      []Class
	// Placed is the node on which a virtual machine was placed last.
	Placed NodeID
}

// saved returns what must be saved of virtual machines.
func (c *Controller) saved() Machines {
	h := Machines{
		Evidence: slices.Clone(c.evidence),
		Holds:    slices.SortedFunc(maps.Values(c.holds), func(a, b Hold) int { return cmp.Compare(a.Guest, b.Guest) }),
		Budget:   c.budget.Snapshot(),
		Off:      slices.Sorted(maps.Keys(c.off)),
		Placed:   c.placed,
	}
	for _, vm := range c.machines(func(*VM) bool { return true }) {
		h.VMs = append(h.VMs, *vm)
	}
	return h
}

// threshold returns that of the budget: where nothing is healed, it has no bound.
func (c *Controller) threshold() int { return cmp.Or(c.config.Threshold, math.MaxInt) }

// restoreMachines sets what [Controller.saved] returned and [Machines.check] checked.
func (c *Controller) restoreMachines(h Machines) error {
	if c.config.Threshold == 0 && len(h.VMs) > 0 {
		return fmt.Errorf("%w: none, for %d virtual machines", breaker.ErrThreshold, len(h.VMs))
	}
	budget, err := breaker.Restore(c.threshold(), h.Budget)
	if errors.Is(err, breaker.ErrCorrupt) {
		return fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	if err != nil {
		return err
	}
	c.budget, c.evidence, c.placed = budget, slices.Clone(h.Evidence), h.Placed
	c.vms, c.holds, c.off = make(map[VMID]*VM), make(map[Version]Hold), make(map[Class]bool)
	for _, vm := range h.VMs {
		c.vms[vm.ID] = &vm
	}
	for _, hold := range h.Holds {
		c.holds[hold.Guest] = hold
	}
	for _, class := range h.Off {
		c.off[class] = true
	}
	return nil
}

// check reports what cannot be true, given the nodes that there are.
func (h Machines) check(nodes map[NodeID]Status) error {
	flight := make(map[uint64]string) // the nodes that heals are in flight to
	for _, heal := range h.Budget.InFlight {
		flight[heal.Ticket] = heal.Node
	}
	ids := make(map[VMID]bool)
	for _, vm := range h.VMs {
		if ids[vm.ID] {
			return fmt.Errorf("%w: virtual machine %s is there twice", ErrCorrupt, vm.ID)
		}
		ids[vm.ID] = true
		if err := vm.check(nodes, flight); err != nil {
			return err
		}
		delete(flight, vm.Ticket)
	}
	if len(flight) > 0 {
		return fmt.Errorf("%w: %d heals are in flight for no virtual machine", ErrCorrupt, len(flight))
	}
	for _, e := range h.Evidence {
		if checkTime(e.Time) != nil || e.Signal < breaker.Passed || e.Signal > breaker.DeviceFault {
			return fmt.Errorf("%w: evidence %+v", ErrCorrupt, e)
		}
	}
	for i, hold := range h.Holds {
		if blank(string(hold.Guest)) || i > 0 && hold.Guest <= h.Holds[i-1].Guest {
			return fmt.Errorf("%w: hold of guest agent %q", ErrCorrupt, hold.Guest)
		}
	}
	for i, class := range h.Off {
		if class != Heals && class != Management || slices.Contains(h.Off[:i], class) {
			return fmt.Errorf("%w: class %q is off, or is so twice", ErrCorrupt, class)
		}
	}
	return nil
}

// check reports what cannot be true of a virtual machine, given the nodes that there
// are and the heals in flight.
func (vm VM) check(nodes map[NodeID]Status, flight map[uint64]string) error {
	_, placed := nodes[vm.Node]
	to, healed := flight[vm.Ticket]
	switch {
	case vm.ID == "" || blank(string(vm.Guest)):
		return fmt.Errorf("%w: virtual machine %q has no name or no guest agent", ErrCorrupt, vm.ID)
	case !placed:
		return fmt.Errorf("%w: virtual machine %s is on node %s, which is unknown", ErrCorrupt, vm.ID, vm.Node)
	case vm.Status != Starting && vm.Status != Up && vm.Status != Down:
		return fmt.Errorf("%w: virtual machine %s has status %q", ErrCorrupt, vm.ID, vm.Status)
	case vm.Trigger < Deployment || vm.Trigger > Healing:
		return fmt.Errorf("%w: virtual machine %s was started by %s", ErrCorrupt, vm.ID, vm.Trigger)
	case vm.Ticket != 0 && (!healed || vm.Status != Starting || to != string(vm.Node)):
		return fmt.Errorf("%w: virtual machine %s has the ticket %d of a heal on node %q", ErrCorrupt, vm.ID, vm.Ticket, to)
	}
	return nil
}
