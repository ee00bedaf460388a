package cluster

import (
	"errors"
	"time"
)

// A HostConfig is what a host agent is told when it starts. What is not positive
// stands for the default.
type HostConfig struct {
	// Timeout is how long a guest agent may take to be heard of, 25 minutes by
	// default.
	Timeout time.Duration
	// Strikes is the number of timeouts in a row after which a virtual machine is
	// given up, 3 by default.
	Strikes int
}

// Sealer encrypts the secrets of a virtual machine to the certificate of its guest
// agent. The host agent never holds them.
type Sealer func(now time.Time, vm VMID, certificate []byte) (sealed []byte, err error)

// A Host is the agent of a server. It starts virtual machines, waits to hear from
// their guest agents, hands them their secrets, and reports to the fabric
// controller. What is wrong with a virtual machine that is not heard of is not for
// it to judge.
//
// The zero value does nothing; use [NewHost].
type Host struct {
	node   NodeID
	config HostConfig
	seal   Sealer
	vms    map[VMID]*tenant
	last   int // the attempts are numbered up to here, of all virtual machines
}

// A tenant is a virtual machine on a server, as its host agent sees it.
type tenant struct {
	Start
	attempt   int // the one whose timer counts
	strikes   int // timeouts in a row
	connected bool
}

// NewHost returns the agent of a server on which nothing runs yet.
func NewHost(node NodeID, config HostConfig, seal Sealer) *Host {
	if config.Timeout <= 0 {
		config.Timeout = 25 * time.Minute
	}
	if config.Strikes <= 0 {
		config.Strikes = 3
	}
	if seal == nil {
		seal = func(time.Time, VMID, []byte) ([]byte, error) { return nil, errors.New("nothing seals them") }
	}
	return &Host{node: node, config: config, seal: seal, vms: make(map[VMID]*tenant)}
}

// A HostEvent is what a host agent reacts to: [Start], [Stop], [Heard] or [Expired].
type HostEvent interface{ hostEvent() }

// Start is the goal that a virtual machine runs on the server.
type Start struct {
	VM      VMID
	Guest   Version // of the guest agent in its image
	Trigger Trigger
	// Clean says that no code of a customer has run in it yet.
	Clean bool
	// Disposable says that its operating system holds nothing that is missed when it
	// is installed again. Where nobody said so, it is kept.
	Disposable bool //leapguard:flag reinit when=true
}

// Stop is the goal that a virtual machine does not run on the server.
type Stop struct{ VM VMID }

// Heard is a report of a guest agent.
type Heard struct{ Report GuestReport }

// Expired is the end of a timer that the host agent set.
type Expired struct {
	VM      VMID
	Attempt int // to start a virtual machine, of which each has another number
}

func (Start) hostEvent()   {}
func (Stop) hostEvent()    {}
func (Heard) hostEvent()   {}
func (Expired) hostEvent() {}

// A HostAction is what a host agent wants to be done: [BootGuest], [Deliver],
// [SetTimer], [Reinit] or [Tell].
type HostAction interface{ hostAction() }

// BootGuest starts the operating system of a virtual machine.
type BootGuest struct {
	VM      VMID
	Trigger Trigger
}

// Deliver hands sealed secrets to a guest agent.
type Deliver struct{ Secrets Secrets }

// SetTimer asks for [Expired] at an instant.
type SetTimer struct {
	Expired Expired
	At      time.Time
}

// Reinit installs the operating system of a virtual machine again: what was on it
// is gone.
type Reinit struct{ VM VMID }

// Tell is a report to the fabric controller.
type Tell struct{ Report HostReport }

func (BootGuest) hostAction() {}
func (Deliver) hostAction()   {}
func (SetTimer) hostAction()  {}
func (Reinit) hostAction()    {}
func (Tell) hostAction()      {}

// Step lets the agent react to an event at an instant, and returns what is to be
// done. Events about virtual machines that it does not know, timers that were set anew
// since, and reports that say nothing are without effect.
func (h *Host) Step(now time.Time, event HostEvent) []HostAction {
	if h.vms == nil {
		return nil
	}
	switch event := event.(type) {
	case Start:
		if old := h.vms[event.VM]; old != nil && !old.Clean {
			event.Clean = false // code of the customer has run in it, whoever says what
		}
		h.vms[event.VM] = &tenant{Start: event}
		return h.boot(now, h.vms[event.VM])
	case Stop:
		delete(h.vms, event.VM)
	case Heard:
		if event.Report == nil {
			return nil
		}
		if vm := h.vms[event.Report.guestReport()]; vm != nil {
			return h.heard(now, vm, event.Report)
		}
	case Expired:
		if vm := h.vms[event.VM]; vm != nil && !vm.connected && vm.attempt == event.Attempt {
			return h.expired(now, vm)
		}
	}
	return nil
}

// boot starts a virtual machine and waits for its guest agent.
func (h *Host) boot(now time.Time, vm *tenant) []HostAction {
	h.ignoreTimers(vm)
	vm.connected = false
	return []HostAction{
		BootGuest{VM: vm.VM, Trigger: vm.Trigger},
		SetTimer{Expired: Expired{VM: vm.VM, Attempt: vm.attempt}, At: now.Add(h.config.Timeout)},
	}
}

// ignoreTimers begins another attempt, so that no timer that was set counts. Attempts
// are never numbered alike, also where a virtual machine comes anew: the timer of an
// earlier start must not end the next one.
func (h *Host) ignoreTimers(vm *tenant) {
	h.last++
	vm.attempt = h.last
}

func (h *Host) heard(now time.Time, vm *tenant, report GuestReport) []HostAction {
	switch report := report.(type) {
	case Connected:
		vm.connected, vm.strikes = true, 0
		sealed, err := h.seal(now, vm.VM, report.Certificate)
		if err != nil {
			return h.tell(GuestFailed{Node: h.node, Failed: Failed{VM: vm.VM, Version: vm.Guest, Stage: StageSecrets, Err: err}})
		}
		return []HostAction{Deliver{Secrets{VM: vm.VM, Sealed: sealed}}}
	case Ready:
		vm.Clean = false // from now on code of the customer runs
		return h.tell(Running{Node: h.node, VM: vm.VM})
	case Failed:
		h.ignoreTimers(vm)
		return h.tell(GuestFailed{Node: h.node, Failed: report})
	}
	return nil
}

// expired counts a timeout and tells of it. After the last strike the virtual
// machine is left to the fabric controller. Until then it is installed again, if it
// may be, and started.
func (h *Host) expired(now time.Time, vm *tenant) []HostAction {
	vm.strikes++
	actions := h.tell(GuestSilent{Node: h.node, VM: vm.VM, Version: vm.Guest, Clean: vm.Clean, Strikes: vm.strikes, Last: vm.strikes >= h.config.Strikes})
	if vm.strikes >= h.config.Strikes {
		h.ignoreTimers(vm)
		return actions
	}
	if vm.Disposable {
		actions = append(actions, h.reinit(vm))
	}
	return append(actions, h.boot(now, vm)...)
}

// reinit orders that the operating system of a virtual machine is installed again.
//
//leapguard:danger reinit vm
func (h *Host) reinit(vm *tenant) HostAction { return Reinit{VM: vm.VM} }

func (h *Host) tell(report HostReport) []HostAction { return []HostAction{Tell{report}} }
