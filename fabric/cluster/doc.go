// Package cluster is a reference for the control plane of a cluster of servers:
// the fabric controller, the host agent of each server and the guest agent of each
// virtual machine.
//
// All three are state machines without clocks, networks or goroutines: Step takes
// the time and an event and returns actions, which a shell carries out. What a
// machine may do is written in the types of its actions.
package cluster
