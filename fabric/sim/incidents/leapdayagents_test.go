package incidents_test

import (
	"crypto/sha256"
	"errors"
	"io"
	"slices"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
	"github.com/leapguard/leapguard/fabric/sim"
	"github.com/leapguard/leapguard/fabric/sim/incidents"
	"github.com/leapguard/leapguard/fabric/transfercert"
	"github.com/leapguard/leapguard/testdata/incidents/leapday2012"
)

// leapSecret is in the secrets of each virtual machine, where there are any.
const leapSecret = "the secret of a customer"

// The software of the variants: guest agents with the bug, of which only some can
// tell that they fail, and those of the library.
var (
	buggyAgents = incidents.Agents{Create: createBuggy, Seal: sealBuggy, Silent: true}
	typedAgents = incidents.Agents{Create: createBuggy, Seal: sealBuggy}
	fixedAgents = incidents.Agents{Create: createFixed, Seal: sealFixed}
)

func createFixed(random io.Reader, now time.Time) (cluster.Identity, error) {
	return transfercert.New(random, now, "guest")
}

func sealFixed(now time.Time, vm cluster.VMID, certificate []byte) ([]byte, error) {
	return transfercert.Seal(now, certificate, []byte(leapSecret), cluster.SecretContext(vm))
}

// A buggyIdentity is the certificate of a guest agent of the outage. How secrets were
// sealed to it is no part of the story: here there are none, and what is sealed shows
// for which certificate it was.
type buggyIdentity struct{ certificate []byte }

func createBuggy(_ io.Reader, now time.Time) (cluster.Identity, error) {
	var identity buggyIdentity
	g := leapday2012.Guest{Name: "guest", Now: func() time.Time { return now }}
	if err := g.Start(func(certificate []byte) { identity.certificate = certificate }); err != nil {
		return nil, err
	}
	return identity, nil
}

func (i buggyIdentity) Certificate() []byte { return i.certificate }

func (i buggyIdentity) Open(sealed, context []byte) ([]byte, error) {
	if want := sha256.Sum256(slices.Concat(context, i.certificate)); !slices.Equal(sealed, want[:]) {
		return nil, errors.New("sealed for somebody else")
	}
	return nil, nil
}

func sealBuggy(_ time.Time, vm cluster.VMID, certificate []byte) ([]byte, error) {
	sealed := sha256.Sum256(slices.Concat(cluster.SecretContext(vm), certificate))
	return sealed[:], nil
}

// naive is the fabric controller of the outage, as the scenario speaks to it.
type naive struct {
	controller *leapday2012.Controller
	nodes      map[cluster.VMID]cluster.NodeID
	config     incidents.LeapDayConfig
	actions    []cluster.Action
}

func newNaive(config incidents.LeapDayConfig, threshold int) *naive {
	n := &naive{nodes: make(map[cluster.VMID]cluster.NodeID), config: config}
	var servers []*leapday2012.Server
	for i := range config.Nodes {
		s := &leapday2012.Server{Name: string(config.Node(i))}
		for v := range config.PerNode {
			vm := config.VM(i, v)
			s.VMs = append(s.VMs, string(vm))
			n.nodes[vm] = config.Node(i)
		}
		servers = append(servers, s)
	}
	n.controller = leapday2012.NewController(servers)
	n.controller.MaxFaulty = threshold
	n.controller.Start = func(vm, server string) {
		n.start(cluster.VMID(vm), cluster.NodeID(server), cluster.Healing)
	}
	n.controller.Investigate = func(server string) {
		n.actions = append(n.actions, cluster.Alarm{Text: "node " + server + " is faulty"})
	}
	return n
}

func (n *naive) start(vm cluster.VMID, node cluster.NodeID, trigger cluster.Trigger) {
	if old := n.nodes[vm]; old != node {
		n.actions = append(n.actions, cluster.StopVM{Node: old, VM: vm})
	}
	n.nodes[vm] = node
	n.actions = append(n.actions, cluster.StartVM{Node: node, Start: cluster.Start{
		VM: vm, Guest: incidents.NewGuest, Trigger: trigger, Clean: true, Disposable: true,
	}})
}

// Step implements [incidents.FabricController].
func (n *naive) Step(_ time.Time, event cluster.Event) ([]cluster.Action, error) {
	n.actions = nil
	stopped := n.controller.Stopped()
	switch e := event.(type) {
	case cluster.Upgrade:
		n.start(e.VM, n.nodes[e.VM], cluster.Update)
	case cluster.Report:
		switch r := e.Report.(type) {
		case cluster.GuestSilent:
			n.controller.Timeout(string(r.Node), r.Strikes)
		case cluster.Running:
			n.controller.Connected(string(r.Node), string(r.VM))
		}
	}
	if n.controller.Stopped() && !stopped {
		n.actions = append(n.actions, cluster.Alarm{Text: "threshold"})
	}
	return n.actions, nil
}

// A leapRun is a cluster of the leap day.
type leapRun struct {
	*incidents.Compute
	controller *cluster.Controller // nil if it is the naive one
}

// leapNodes returns the nodes of a configuration.
func leapNodes(config incidents.LeapDayConfig) (nodes []cluster.NodeID) {
	for i := range config.Nodes {
		nodes = append(nodes, config.Node(i))
	}
	return nodes
}

// leapFabric returns the configuration of a fabric controller.
func leapFabric(threshold int) cluster.Config {
	return cluster.Config{
		Permits:   permit.Config{PerWindow: 3, PerGroup: 2, Window: time.Hour, MaxLease: 24 * time.Hour, Audit: new(permit.Log)},
		Lease:     6 * time.Hour,
		Scan:      time.Hour,
		Threshold: threshold,
	}
}

// newLeapDay returns a cluster with the fabric controller of the library.
func newLeapDay(t *testing.T, w *sim.World, name string, config incidents.LeapDayConfig, threshold int, agents incidents.Agents) leapRun {
	t.Helper()
	c, err := cluster.New(w.Now(), 1, leapFabric(threshold), config.State())
	if err != nil {
		t.Fatal(err)
	}
	return leapRun{incidents.NewCompute(w, name, leapNodes(config), c, agents), c}
}

// newNaiveDay returns a cluster with that of the outage.
func newNaiveDay(w *sim.World, name string, config incidents.LeapDayConfig, threshold int, agents incidents.Agents) leapRun {
	return leapRun{incidents.NewCompute(w, name, leapNodes(config), newNaive(config, threshold), agents), nil}
}

// trigger lets the virtual machines start at midnight.
func (r leapRun) trigger(config incidents.LeapDayConfig) {
	r.World.At(incidents.LeapDayStart(), "midnight", func() {
		for _, e := range config.Trigger() {
			_ = r.Tell(e)
		}
	})
}

// state returns what the fabric controller knows.
func (r leapRun) state(t *testing.T) cluster.State {
	t.Helper()
	s, err := r.controller.State(r.World.Now())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// in returns the number of nodes in a status.
func in(s cluster.State, status cluster.Status) int {
	n := 0
	for _, node := range s.Nodes {
		if node.Status == status {
			n++
		}
	}
	return n
}
