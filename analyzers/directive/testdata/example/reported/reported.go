package reported

type node struct{ protected bool }

// prepare formats the disks of a node.
//
//leapguard:danger intent node // want `names node, which is no parameter`
func prepare(n *node) {}

// ordered tells whether somebody asked for a node to be prepared.
//
//leapguard:check intent n // want `does not say when=V`
func ordered(n *node) bool { return !n.protected }

func repair(n *node) {
	if ordered(n) {
		prepare(n) //leapguard:ok intent reviewed // want `waives nothing`
	}
}
