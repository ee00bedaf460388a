package incidents

import (
	"encoding/binary"
	"errors"
	"io"
	"math/rand/v2"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/sim"
)

// Faults of a [Compute], for [sim.World.Inject].
const (
	MessageLoss = "loss"  // a message between fabric controller and host agent is lost
	GuestCrash  = "crash" // a guest agent ends at its start, without a word
	NodeDeath   = "death" // a node is dead from now on; thrown every ten minutes
)

// A FabricController is what decides in a cluster; [cluster.Controller] is one.
type FabricController interface {
	Step(now time.Time, event cluster.Event) ([]cluster.Action, error)
}

// Agents are the software on the nodes of a cluster.
type Agents struct {
	// Create makes the identity of a guest agent.
	Create cluster.NewIdentity
	// Seal encrypts the secrets of a virtual machine.
	Seal cluster.Sealer
	// Silent says that guest agents which fail end without a word.
	Silent bool
}

// A Compute is a cluster of nodes with virtual machines on a virtual clock. Messages
// and starts take no time.
type Compute struct {
	World *sim.World
	// Watch is shown each message between agents, if it is not nil.
	Watch func(message any)

	name       string // of the cluster, in the trace
	controller FabricController
	agents     Agents
	random     io.Reader
	nodes      []cluster.NodeID
	servers    map[cluster.NodeID]*server
}

// A server is a node with its host agent and the guest agents on it.
type server struct {
	host   *cluster.Host
	guests map[cluster.VMID]*cluster.Guest
	dead   bool
	told   bool // the fabric controller knows that it is dead
}

// NewCompute returns a cluster on whose nodes nothing starts yet. In the trace each
// line of it begins with its name.
func NewCompute(w *sim.World, name string, nodes []cluster.NodeID, controller FabricController, agents Agents) *Compute {
	var seed [32]byte
	binary.LittleEndian.PutUint64(seed[:], w.Seed())
	c := &Compute{
		World: w, name: name, controller: controller, agents: agents, nodes: nodes,
		random: rand.NewChaCha8(seed), servers: make(map[cluster.NodeID]*server),
	}
	for _, id := range nodes {
		c.servers[id] = &server{
			host: cluster.NewHost(id, cluster.HostConfig{}, agents.Seal), guests: make(map[cluster.VMID]*cluster.Guest),
		}
	}
	return c
}

// Tell lets the fabric controller react to an event, and does what it wants. The error
// is that of the fabric controller.
func (c *Compute) Tell(event cluster.Event) error {
	actions, err := c.controller.Step(c.World.Now(), event)
	if err != nil {
		c.log("refused %T: %v", event, err)
	}
	for _, a := range actions {
		switch a := a.(type) {
		case cluster.StartVM:
			c.send(a.Node, a.Start)
		case cluster.StopVM:
			c.send(a.Node, cluster.Stop{VM: a.VM})
		case cluster.Alarm:
			c.log("alarm %s", a.Text)
		case cluster.Wake:
			c.World.At(a.At, "tick", func() { _ = c.Tell(cluster.Tick{}) })
		}
	}
	return err
}

// Break lets nodes die, and the fabric controller know within the hour, until an
// instant.
func (c *Compute) Break(until time.Time) {
	c.World.Every(10*time.Minute, "death", func() bool {
		if c.World.Fails(NodeDeath) {
			id := c.nodes[c.World.Rand.IntN(len(c.nodes))]
			c.servers[id].dead = true
			c.log("dead %s", id)
		}
		return c.World.Now().Before(until)
	})
	c.World.Every(time.Hour, "heart-beat", func() bool {
		for _, id := range c.nodes {
			if s := c.servers[id]; s.dead && !s.told {
				err := c.Tell(cluster.Suspect{Node: id, Evidence: "it has no heart-beat"})
				s.told = errors.Is(err, cluster.ErrStatus)
			}
		}
		return true
	})
}

func (c *Compute) log(format string, args ...any) { c.World.Log(c.name+" "+format, args...) }

func (c *Compute) watch(message any) {
	if c.Watch != nil {
		c.Watch(message)
	}
}

// send sends a goal to a host agent.
func (c *Compute) send(node cluster.NodeID, goal cluster.HostEvent) {
	c.watch(goal)
	if c.World.Fails(MessageLoss) {
		return
	}
	c.World.After(0, "goal", func() {
		s := c.servers[node]
		switch goal := goal.(type) {
		case cluster.Start:
			s.guests[goal.VM] = cluster.NewGuest(goal.VM, goal.Guest, c.random, c.agents.Create)
		case cluster.Stop:
			delete(s.guests, goal.VM)
		}
		c.host(node, goal)
	})
}

// host lets a host agent react to an event, and does what it wants.
func (c *Compute) host(node cluster.NodeID, event cluster.HostEvent) {
	s := c.servers[node]
	if s.dead {
		return
	}
	for _, a := range s.host.Step(c.World.Now(), event) {
		switch a := a.(type) {
		case cluster.BootGuest:
			c.log("boot %s on %s for %s", a.VM, node, a.Trigger)
			if !c.World.Fails(GuestCrash) {
				c.guest(node, a.VM, cluster.Boot{Trigger: a.Trigger})
			}
		case cluster.Deliver:
			c.watch(a.Secrets)
			c.guest(node, a.Secrets.VM, a.Secrets)
		case cluster.Reinit:
			c.log("reinit %s on %s", a.VM, node)
		case cluster.SetTimer:
			c.World.At(a.At, "timeout", func() { c.host(node, a.Expired) })
		case cluster.Tell:
			c.report(a.Report)
		}
	}
}

// guest lets a guest agent react to an event, and its host hear what it tells.
func (c *Compute) guest(node cluster.NodeID, vm cluster.VMID, event cluster.GuestEvent) {
	g := c.servers[node].guests[vm]
	if g == nil {
		return
	}
	for _, r := range g.Step(c.World.Now(), event) {
		if f, failed := r.(cluster.Failed); failed {
			c.log("failure of %s on %s at %s: %v", vm, node, f.Stage, f.Err)
			if c.agents.Silent {
				continue
			}
		}
		c.watch(r)
		c.World.After(0, "guest report", func() { c.host(node, cluster.Heard{Report: r}) })
	}
}

// report sends a report of a host agent to the fabric controller.
func (c *Compute) report(r cluster.HostReport) {
	c.watch(r)
	if c.World.Fails(MessageLoss) {
		return
	}
	switch r := r.(type) {
	case cluster.Running:
		c.log("running %s on %s", r.VM, r.Node)
	case cluster.GuestSilent:
		c.log("timeout %d of %s on %s", r.Strikes, r.VM, r.Node)
	}
	c.World.After(0, "report", func() { _ = c.Tell(cluster.Report{Report: r}) })
}
