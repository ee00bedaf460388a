// Package edge keeps answers where they are looked at otherwise.
package edge

import "example.com/ignoredguard/node"

type result struct{ ok bool }

func Stored(r *result, n *node.Node) { r.ok = node.Idle(n) }

func Sent(c chan<- error, n *node.Node) { c <- node.Refuse(n) }

func Deferred(n *node.Node) (err error) {
	defer func() {
		if err == nil {
			node.Format(n)
		}
	}()
	err = node.Refuse(n)
	return err
}

// Loop reads the last answer only.
func Loop(nodes []*node.Node) bool {
	ok := true
	for _, n := range nodes {
		ok = node.Idle(n)
	}
	return ok
}
