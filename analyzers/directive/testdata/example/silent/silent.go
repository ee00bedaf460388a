package silent

type node struct{ protected bool }

// prepare formats the disks of a node.
//
//leapguard:danger intent n
func prepare(n *node) {}

// ordered tells whether somebody asked for a node to be prepared.
//
//leapguard:check intent n when=true
func ordered(n *node) bool { return !n.protected }

func repair(n *node) {
	if ordered(n) {
		prepare(n)
	}
}

func install(n *node) {
	prepare(n) //leapguard:ok intent the node is new
}
