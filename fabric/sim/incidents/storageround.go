package incidents

import (
	"fmt"
	"slices"
	"time"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/stamp"
)

// Round is a scan, and what people do then about nodes that wait. [Fabric.Run] makes
// one every Config.Scan.
func (f *Fabric) Round() {
	f.scan()
	f.round()
}

// scan has the monitor look at the nodes, and the dead-man alarm at the monitor.
// Somebody sees to the nodes that it finds.
func (f *Fabric) scan() {
	var found []cluster.Observation
	if !f.World.Fails(FaultBlind) {
		found = append(found, cluster.Observation{Node: Canary, InService: true, Unprotected: true})
		for _, n := range f.Stamp.Nodes() {
			found = append(found, cluster.Observation{Node: cluster.NodeID(n.ID), InService: n.State == stamp.InService, Unprotected: f.off[n.ID]})
		}
	}
	alarms, alive := f.monitor.Scan(found)
	if alive {
		f.dead.Alive(f.World.Now())
	}
	for _, a := range slices.Concat(alarms, f.dead.Check(f.World.Now())) {
		f.World.Log("alarm: %s", a.Text)
	}
	for _, n := range found {
		if id := stamp.NodeID(n.Node); n.InService && n.Unprotected && n.Node != Canary {
			delete(f.off, id)
		}
	}
}

// Misconfigured returns the nodes in service that say of themselves that they are not
// protected, in the order of the stamp.
func (f *Fabric) Misconfigured() []stamp.NodeID {
	var out []stamp.NodeID
	for _, n := range f.Stamp.Nodes() {
		if n.State == stamp.InService && f.off[n.ID] {
			out = append(out, n.ID)
		}
	}
	return out
}

// SendToRepair sends a node to repair, which takes some time.
func (f *Fabric) SendToRepair(id stamp.NodeID, takes time.Duration) error {
	f.tickets++
	f.repaired[id] = f.World.Now().Add(takes)
	return f.Do(cluster.Send{Node: cluster.NodeID(id), Ticket: fmt.Sprintf("T%d", f.tickets)})
}

// round is what people do about nodes that wait: return those that are repaired, say
// of orders that they are still wanted, and see to it that the nodes are in the state
// in which the primary thinks that they are.
func (f *Fabric) round() {
	state := f.State()
	for _, n := range state.Nodes {
		id := stamp.NodeID(n.ID)
		switch actual := f.node(id).State; n.Status {
		case cluster.InService:
			if actual != stamp.InService {
				_ = f.SendToRepair(id, 0) // refused if the primary has changed since
			}
		case cluster.OutOfOrder:
			f.outOfOrder(n, actual)
		case cluster.Returned:
			f.returned(n.ID, state.Intents)
		}
	}
}

func (f *Fabric) outOfOrder(n cluster.Node, actual stamp.State) {
	id := stamp.NodeID(n.ID)
	if actual == stamp.InService {
		f.note(f.Stamp.TakeOut(id), "take out %s", id)
		return
	}
	if f.World.Now().Before(f.repaired[id]) {
		return
	}
	if actual == stamp.InRepair {
		f.note(f.Stamp.Return(id), "returned %s", id)
	}
	f.World.Log("ordered %s", id)
	if err := f.Do(cluster.Return{Node: n.ID, Owner: "repair", Ticket: n.Ticket}); err != nil {
		f.World.Log("not ordered %s: %v", id, err)
	}
}

func (f *Fabric) returned(id cluster.NodeID, intents []cluster.Intent) {
	i := slices.IndexFunc(intents, func(i cluster.Intent) bool { return i.Node == id })
	if i < 0 {
		return
	}
	var e cluster.Event = cluster.IntentStored{ID: intents[i].ID}
	if intents[i].Stored {
		e = cluster.Resume{Node: id}
	}
	if err := f.Do(e); err != nil {
		f.World.Log("node %s waits: %v", id, err)
	}
}
