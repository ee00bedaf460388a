// Package good listens.
package good

import (
	"log"

	"example.com/ignoredguard/node"
)

func Checked(n *node.Node) error {
	if err := node.Refuse(n); err != nil {
		return err
	}
	node.Format(n)
	return nil
}

func Returned(n *node.Node) (bool, error) { return node.Probe(n) }

func ErrorDropped(n *node.Node) {
	if ok, _ := node.Probe(n); ok {
		log.Print("free")
	}
}

func Wrapper(n *node.Node) { _ = node.Prepare(n) }

func Waived(n *node.Node) {
	node.Idle(n) //leapguard:ok format warms up the connection
}
