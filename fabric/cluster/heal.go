package cluster

import (
	"errors"
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// Report is what a host agent tells.
type Report struct{ Report HostReport }

func (Report) event() {}

// report keeps what a host agent tells as evidence, and does what follows from it.
// What it tells of a virtual machine that is elsewhere by now or has another guest
// agent, or of a failure where none is starting, is late and says nothing any more.
func (c *Controller) report(now time.Time, e Report) ([]Action, error) {
	switch r := e.Report.(type) {
	case Running:
		return c.observe(r.Node, r.VM, "", func(vm *VM) []Action { return c.running(now, vm) })
	case GuestFailed:
		return c.observe(r.Node, r.VM, r.Version, func(vm *VM) []Action { return c.failed(now, vm, r) })
	case GuestSilent:
		return c.observe(r.Node, r.VM, r.Version, func(vm *VM) []Action { return c.silent(now, vm, r) })
	}
	return nil, fmt.Errorf("%w: report %T", ErrUnknown, e.Report)
}

// observe passes on a report from a node about a virtual machine, if it is about its
// last start. Reports of failures name the guest agent that failed.
func (c *Controller) observe(node NodeID, id VMID, guest Version, do func(*VM) []Action) ([]Action, error) {
	if c.nodes[node] == nil {
		return nil, fmt.Errorf("%w: node %s", ErrUnknown, node)
	}
	vm := c.vms[id]
	if vm == nil || vm.Node != node || guest != "" && (guest != vm.Guest || vm.Status != Starting) {
		return nil, nil
	}
	return do(vm), nil
}

// running ends a heal. That the guest agent works here may prove that it was the node
// that failed where it comes from.
func (c *Controller) running(now time.Time, vm *VM) []Action {
	c.remember(breaker.Evidence{
		Time: now, Node: string(vm.Node), Artefact: vm.artefact(), Stage: string(StageSilent), Signal: breaker.Passed,
	})
	vm.Used = true
	if vm.Status != Up {
		vm.become(now, Up)
	}
	if vm.Ticket == 0 {
		return nil
	}
	c.settle(now, vm, breaker.Healed)
	actions := c.judge(now, vm.From, vm.Guest)
	return append(actions, c.heal(now)...)
}

// failed raises an alarm at once: a guest agent that says why it failed need not be
// waited for.
func (c *Controller) failed(now time.Time, vm *VM, r GuestFailed) []Action {
	c.remember(breaker.Evidence{
		Time: now, Node: string(vm.Node), Artefact: vm.artefact(), Stage: string(r.Stage), Signal: breaker.Reported, Clean: !vm.Used,
	})
	alarm := Alarm{fmt.Sprintf("virtual machine %s on node %s: guest agent %s failed at %s: %v", vm.ID, vm.Node, vm.Guest, r.Stage, r.Err)}
	return c.down(now, vm, alarm)
}

// silent waits as long as the host agent does, unless the guest agent is to blame.
func (c *Controller) silent(now time.Time, vm *VM, r GuestSilent) []Action {
	c.remember(breaker.Evidence{
		Time: now, Node: string(vm.Node), Artefact: vm.artefact(), Stage: string(StageSilent), Signal: breaker.Silent, Clean: r.Clean && !vm.Used,
	})
	if !r.Last {
		return c.hold(now, vm.Guest)
	}
	alarm := Alarm{fmt.Sprintf("virtual machine %s on node %s: guest agent %s was not heard of %d times", vm.ID, vm.Node, vm.Guest, r.Strikes)}
	return c.down(now, vm, alarm)
}

// down ends a start that has failed. A guest agent that is held has had its alarm.
func (c *Controller) down(now time.Time, vm *VM, alarm Alarm) []Action {
	c.settle(now, vm, breaker.Failed)
	vm.become(now, Down)
	_, known := c.holds[vm.Guest]
	actions := c.hold(now, vm.Guest)
	if !known && len(actions) == 0 {
		actions = append(actions, alarm)
	}
	actions = append(actions, c.judge(now, vm.Node, vm.Guest)...)
	return append(actions, c.heal(now)...)
}

// settle ends the heal that is in flight for a virtual machine, if one is.
func (c *Controller) settle(now time.Time, vm *VM, o breaker.Outcome) {
	if vm.Ticket == 0 {
		return
	}
	// The ticket is in flight, as the state was checked to say, and the time is
	// good: there is no error.
	if t, err := c.budget.Ticket(vm.Ticket); err == nil {
		_ = t.Done(now, o)
	}
	vm.Ticket = 0
}

// judge takes a node out of service if what is known of the starts of a guest agent
// there proves that the node is broken. All evidence is of clean virtual machines
// then: one in which code of a customer ran proves nothing.
func (c *Controller) judge(now time.Time, id NodeID, guest Version) []Action {
	n := c.nodes[id]
	if n == nil || n.Status != InService || c.off[Heals] || c.cause(n, guest) != breaker.Hardware {
		return nil
	}
	key := breaker.Key{Artefact: guestAgent(guest), Cause: breaker.Hardware}
	if err := c.withdraw(now, key, n); err != nil {
		return nil
	}
	why := fmt.Sprintf("guest agent %s, which works elsewhere, was never heard of on it", guest)
	return c.investigate(now, n, breaker.Hardware, why)
}

// suspect leaves a node to a person. Only the fabric controller does so, and only for
// a reason. What has caused it nobody knows yet.
func (c *Controller) suspect(now time.Time, e Suspect) ([]Action, error) {
	n, err := c.node(e.Node, InService)
	if err != nil {
		return nil, err
	}
	if blank(e.Evidence) {
		return nil, fmt.Errorf("%w: for node %s", ErrEvidence, e.Node)
	}
	_, open := c.budget.Opening()
	key := breaker.Key{Artefact: breaker.Artefact{Name: "node", Version: "any"}}
	if err := c.withdraw(now, key, n); err != nil {
		if !open && errors.Is(err, breaker.ErrOpen) {
			return nil, nil // this is what opened it, of which Step tells
		}
		return nil, err
	}
	return append(c.investigate(now, n, breaker.Unknown, e.Evidence), c.heal(now)...), nil
}

// withdraw asks the budget whether a node may be taken out of service. One on which
// heals have failed is counted there already.
//
//leapguard:check withdraw n
func (c *Controller) withdraw(now time.Time, key breaker.Key, n *Node) error {
	err := c.budget.Withdraw(now, key, string(n.ID))
	if !errors.Is(err, breaker.ErrNode) {
		return err
	}
	if o, open := c.budget.Opening(); open {
		return fmt.Errorf("%w: %s", breaker.ErrOpen, o.Reason)
	}
	return nil
}

// investigate takes a node out of service. Heals that are in flight to it have
// failed.
//
//leapguard:danger withdraw n
func (c *Controller) investigate(now time.Time, n *Node, cause breaker.Cause, why string) []Action {
	n.become(now, Investigate, why)
	n.Cause = cause
	c.vacate(now, n)
	return []Action{Alarm{fmt.Sprintf("node %s: %s", n.ID, why)}}
}

// vacate ends the heals that are in flight to a node which is out of service.
func (c *Controller) vacate(now time.Time, n *Node) {
	for _, vm := range c.machines(func(vm *VM) bool { return vm.Node == n.ID && vm.Ticket != 0 }) {
		c.settle(now, vm, breaker.Failed)
		vm.become(now, Down)
	}
}

// heal begins what heals there may be: of virtual machines whose start has failed or
// whose node is out of service, those that run last.
func (c *Controller) heal(now time.Time) []Action {
	if c.off[Heals] {
		return nil
	}
	waiting := func(up bool) []*VM {
		return c.machines(func(vm *VM) bool {
			return (vm.Status == Up) == up && vm.Ticket == 0 && (vm.Status == Down || c.nodes[vm.Node].Status != InService)
		})
	}
	var actions []Action
	for _, vm := range append(waiting(false), waiting(true)...) {
		if _, held := c.holds[vm.Guest]; !held && !c.unproven(vm.Node) {
			actions = append(actions, c.healOne(now, vm)...)
		}
	}
	return actions
}

// unproven reports whether a virtual machine from a node is the canary of the others:
// it is being healed, and none was before.
func (c *Controller) unproven(from NodeID) bool {
	inFlight := false
	for _, vm := range c.vms {
		if vm.From == from && vm.Node != from {
			if vm.Status == Up {
				return false
			}
			inFlight = inFlight || vm.Ticket != 0
		}
	}
	return inFlight
}

// healOne begins the heal of a virtual machine on the next node on which the budget
// permits one.
func (c *Controller) healOne(now time.Time, vm *VM) []Action {
	from := c.nodes[vm.Node]
	key := breaker.Key{Artefact: vm.artefact(), Cause: from.Cause}
	if from.Status == InService {
		key.Cause = c.cause(from, vm.Guest)
	}
	for to := range c.candidates() {
		if to == from {
			continue
		}
		ticket, err := c.budget.Begin(now, key, string(to.ID))
		if errors.Is(err, breaker.ErrNode) {
			continue
		}
		if err != nil {
			return nil
		}
		return c.move(now, vm, to.ID, ticket.ID())
	}
	return nil
}

// move has a virtual machine stopped where it is and started, as new, on another
// node.
//
//leapguard:danger heal to
func (c *Controller) move(now time.Time, vm *VM, to NodeID, ticket uint64) []Action {
	stop := StopVM{Node: vm.Node, VM: vm.ID}
	vm.From, vm.Node, vm.Ticket = vm.Node, to, ticket
	vm.Trigger, vm.Used = Healing, false
	c.placed = to
	return append([]Action{stop}, c.start(now, vm)...)
}

// overdue gives up the starts of which nothing was heard for too long, be it that the
// node is dead or that what was told was lost. That proves nothing.
func (c *Controller) overdue(now time.Time) []Action {
	if c.config.Threshold == 0 {
		return nil
	}
	var actions []Action
	late := func(vm *VM) bool { return vm.Status == Starting && !now.Before(vm.Since.Add(c.config.Deadline)) }
	for _, vm := range c.machines(late) {
		c.settle(now, vm, breaker.Failed)
		vm.become(now, Down)
		actions = append(actions, Alarm{fmt.Sprintf("virtual machine %s: nothing was heard of its start on node %s", vm.ID, vm.Node)})
	}
	actions = append(actions, c.heal(now)...)
	if !now.Before(c.wake) {
		c.wake = time.Time{}
	}
	var next time.Time
	for _, vm := range c.vms {
		if end := vm.Since.Add(c.config.Deadline); vm.Status == Starting && (next.IsZero() || end.Before(next)) {
			next = end
		}
	}
	if next.IsZero() {
		return actions
	}
	return append(actions, c.await(next)...)
}
