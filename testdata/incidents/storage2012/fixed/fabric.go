// Package fixed is the fabric controller of storage2012 done right: repair
// restores the protection on every return, a node that nothing is known of is
// protected, and a new primary prepares only the nodes for which an open ticket
// orders it.
package fixed

import (
	"errors"
	"fmt"
	"log"
)

// A Node is a storage server.
type Node struct {
	ID    string
	Rack  string
	Disks []string

	// Nodes hold customers' data unless they are said to be unprotected.
	Unprotected bool //leapguard:flag protection when=true
}

// A Ticket is the order to prepare one node.
type Ticket struct {
	Node string
	Open bool
}

// A Controller manages the nodes of a stamp. One replica is its primary.
type Controller struct {
	nodes   map[string]*Node
	tickets map[string]*Ticket
	primary bool

	format func(n *Node, disk string) error
}

// New returns the controller of a replica. The tickets are those of the stamp,
// by node; format is what a quick format does to a disk.
func New(tickets map[string]*Ticket, format func(n *Node, disk string) error) *Controller {
	return &Controller{nodes: make(map[string]*Node), tickets: tickets, format: format}
}

var errNoDisks = errors.New("no working disks")

// unprotect lets a node be prepared.
//
//leapguard:off protection n restore=protect
func (c *Controller) unprotect(n *Node) { n.Unprotected = true }

func (c *Controller) protect(n *Node) { n.Unprotected = false }

// ordered tells whether an open ticket orders that the node be prepared.
//
//leapguard:check intent n when=true
func (c *Controller) ordered(n *Node) bool {
	t := c.tickets[n.ID]
	return t != nil && t.Open && t.Node == n.ID
}

// prepare makes a node ready for use. That includes a quick format of its
// disks.
//
//leapguard:danger intent n
//leapguard:danger protection n
func (c *Controller) prepare(n *Node) error {
	if len(n.Disks) == 0 {
		return errNoDisks
	}
	for _, disk := range n.Disks {
		if err := c.format(n, disk); err != nil {
			return err
		}
	}
	return nil
}

// Repair takes back a node from repair. Whatever happens, it is protected
// again.
func (c *Controller) Repair(id string) error {
	n := c.nodes[id]
	if n == nil || !c.ordered(n) {
		return fmt.Errorf("node %s is not under repair", id)
	}
	c.unprotect(n)
	defer c.protect(n)
	if err := c.prepare(n); err != nil {
		return fmt.Errorf("prepare %s: %w", id, err)
	}
	return nil
}

// BecomePrimary loads the state of the stamp and goes on with the repairs that
// have begun.
func (c *Controller) BecomePrimary(load func() ([]*Node, error)) error {
	nodes, err := load()
	if err != nil {
		return err
	}
	c.primary = true
	for _, n := range nodes {
		c.nodes[n.ID] = n
		if !n.Unprotected || !c.ordered(n) {
			continue
		}
		if err := c.prepare(n); err != nil {
			log.Printf("prepare %s: %v", n.ID, err)
		}
	}
	return nil
}
