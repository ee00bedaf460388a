// Package cluster is a reference for the control plane of a cluster of servers:
// the fabric controller, the host agent of each server and the guest agent of each
// virtual machine.
//
// All three are state machines without clocks, networks or goroutines: Step takes
// the time and an event and returns actions, which a shell carries out. What a
// machine may do is written in the types of its actions.
//
// # Healing
//
// A host agent reports what it sees, and does not judge it. The controller keeps the
// reports as evidence for a [breaker.Classifier]. Where a guest agent of one version
// fails on several nodes, the guest agent is held: it starts no more, and no node is
// suspected for it. A node is taken out of service for broken hardware only if clean
// virtual machines were silent on it, and one like them started elsewhere later;
// silence that nothing explains proves nothing.
//
// A [breaker.Budget] bounds nodes that have failed and heals in flight, together. When
// it is used up, nothing is healed, updated or taken out of service any more, until a
// person says [Clear]. What runs is left alone.
//
// # Annotations
//
// For leapguard, what destroys here is of the kinds intent (a node is prepared), reinit
// (an operating system is installed again), heal (a virtual machine is stopped, to start
// elsewhere) and withdraw (a node is taken out of service).
package cluster
