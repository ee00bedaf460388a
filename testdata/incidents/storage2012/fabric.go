// Package storage2012 is the fabric controller of the storage outage of 28
// December 2012, as a hurried engineer would write it.
//
// A node's protection keeps the controller from formatting it. Repair switches
// it off while a node is prepared, and some returns leave it off: a tenth of
// the nodes lost their protection over time. The next primary that loaded its
// state took every unprotected node for one to prepare. Nothing had asked for
// that, and the nodes were full of data.
package storage2012

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

	// Protected nodes hold customers' data.
	Protected bool //leapguard:flag protection when=false
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
func (c *Controller) unprotect(n *Node) { n.Protected = false }

func (c *Controller) protect(n *Node) { n.Protected = true }

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

// Repair takes back a node from repair. A node without disks, or one that
// cannot be prepared, stays unprotected.
func (c *Controller) Repair(id string) error {
	n := c.nodes[id]
	if n == nil || !c.ordered(n) {
		return fmt.Errorf("node %s is not under repair", id)
	}
	c.unprotect(n)
	if err := c.prepare(n); err != nil {
		return fmt.Errorf("prepare %s: %w", id, err)
	}
	c.protect(n)
	return nil
}

// BecomePrimary loads the state of the stamp and brings its nodes up.
func (c *Controller) BecomePrimary(load func() ([]*Node, error)) error {
	nodes, err := load()
	if err != nil {
		return err
	}
	c.primary = true
	for _, n := range nodes {
		c.nodes[n.ID] = n
		if n.Protected {
			continue
		}
		// An unprotected node is back from repair.
		if err := c.prepare(n); err != nil {
			log.Printf("prepare %s: %v", n.ID, err)
		}
	}
	return nil
}
