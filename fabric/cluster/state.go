package cluster

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/permit"
)

// Errors of the fabric controller, to be compared by [errors.Is].
var (
	// ErrUnknown says that the cluster has no such node, virtual machine or intent.
	ErrUnknown = errors.New("cluster: unknown")
	// ErrStatus says that a node is not in the status that an event is for.
	ErrStatus = errors.New("cluster: wrong status")
	// ErrCorrupt says that a stored state cannot be true.
	ErrCorrupt = errors.New("cluster: corrupt state")
	// ErrStale says that a store has the state of a later term.
	ErrStale = errors.New("cluster: the term is over")
	// ErrEvidence says that something was to be done without a reason, such as to
	// investigate a node.
	ErrEvidence = errors.New("cluster: no evidence")
	// ErrHeld says that a guest agent is to blame for failures, and starts no more.
	ErrHeld = errors.New("cluster: guest agent is held")
	// ErrOff says that a class of actions is switched off.
	ErrOff = errors.New("cluster: switched off")
	// ErrRoom says that no node is in service.
	ErrRoom = errors.New("cluster: no room")
)

// A Status is where a node is in its life, as the fabric controller sees it.
type Status string

// The statuses.
const (
	InService   Status = "in service"
	Investigate Status = "human investigate" // a person looks at it; nothing is placed on it
	OutOfOrder  Status = "in repair"
	Returned    Status = "returned" // from repair, to be prepared
)

// A Node is what the fabric controller knows of a server.
type Node struct {
	ID     NodeID
	Domain permit.Group // its fault domain
	Status Status
	Since  time.Time     // of the status
	Why    string        // the evidence, of a node that is investigated or in repair
	Cause  breaker.Cause // what is known to be to blame, if it is not in service
	Owner  string        // who investigates it; empty until an [Assign]
	Ticket string        // of the repair
}

// intentPrefix is what the names of intents have before their numbers.
const intentPrefix = "prepare-"

// An Intent is a durable order to prepare a node. There is one only because somebody
// returned the node from repair; no other state of a node is one.
type Intent struct {
	ID     string
	Node   NodeID
	Ticket string
	Owner  string
	// Stored says that the order is known to be in the store. Nothing is done on one
	// that could be forgotten.
	Stored bool
}

// A State is all that the fabric controller must not forget, as plain data.
type State struct {
	Nodes    []Node
	Intents  []Intent
	Permits  permit.Snapshot
	Machines Machines
	// Intents were numbered up to here.
	Last int
}

// check reports what of a state cannot be true.
func (s State) check() error {
	if s.Last < 0 {
		return fmt.Errorf("%w: %d intents", ErrCorrupt, s.Last)
	}
	nodes := make(map[NodeID]Status)
	for _, n := range s.Nodes {
		if _, ok := nodes[n.ID]; ok || n.ID == "" {
			return fmt.Errorf("%w: node %q is there twice, or has no name", ErrCorrupt, n.ID)
		}
		switch n.Status {
		case InService, Investigate, OutOfOrder, Returned:
		default:
			return fmt.Errorf("%w: node %s has status %q", ErrCorrupt, n.ID, n.Status)
		}
		if n.Owner != "" && n.Status != Investigate {
			return fmt.Errorf("%w: node %s is %s, and %s investigates it", ErrCorrupt, n.ID, n.Status, n.Owner)
		}
		if n.Cause > breaker.Network {
			return fmt.Errorf("%w: node %s failed by %s", ErrCorrupt, n.ID, n.Cause)
		}
		nodes[n.ID] = n.Status
	}
	for _, h := range s.Permits.Leases {
		if id := NodeID(h.Lease.Resource); nodes[id] != Returned {
			return fmt.Errorf("%w: there is a lease for node %s, which is %q", ErrCorrupt, id, nodes[id])
		}
	}
	ids, ordered := make(map[string]bool), make(map[NodeID]bool)
	for _, i := range s.Intents {
		switch {
		case ids[i.ID] || ordered[i.Node]:
			return fmt.Errorf("%w: intent %s for node %s is there twice", ErrCorrupt, i.ID, i.Node)
		case nodes[i.Node] != Returned:
			return fmt.Errorf("%w: intent %s is for node %s, which is %q", ErrCorrupt, i.ID, i.Node, nodes[i.Node])
		case i.ID == "" || i.Ticket == "" || i.Owner == "":
			return fmt.Errorf("%w: intent %q has no name, no ticket or no owner", ErrCorrupt, i.ID)
		case !s.numbered(i.ID):
			return fmt.Errorf("%w: intent %s is there, and %d were numbered", ErrCorrupt, i.ID, s.Last)
		}
		ids[i.ID], ordered[i.Node] = true, true
	}
	return s.Machines.check(nodes)
}

// numbered reports whether the number in the name of an intent was given, or it has
// none. One that was not would be given to another node, whose order took its place.
func (s State) numbered(id string) bool {
	number, has := strings.CutPrefix(id, intentPrefix)
	n, err := strconv.Atoi(number)
	return !has || err != nil || n <= s.Last
}

// A Store keeps states across restarts.
type Store interface {
	// Load returns the state that was saved last, the zero State if none was. The
	// error wraps [ErrCorrupt] if what is there cannot be read.
	Load(ctx context.Context) (State, error)
	// Save returns when the state is durable, as a whole or not at all. A state of an
	// earlier term than that of the one that is stored comes from a primary that is
	// one no longer: it is refused with [ErrStale].
	Save(ctx context.Context, state State) error
}

// An Elector knows who is primary. It is made of a consensus system, which this
// package is not.
type Elector interface {
	// Term returns the number of the term in which this replica is primary. The error
	// says that it is not, or that nobody can tell.
	Term(ctx context.Context) (uint64, error)
	// Barrier returns when all that earlier primaries saved can be loaded.
	Barrier(ctx context.Context) error
}
