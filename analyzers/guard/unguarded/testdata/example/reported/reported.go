package reported

type node struct {
	id        string
	protected bool //leapguard:flag protection when=false
}

// ordered tells whether somebody asked for the node to be prepared.
//
//leapguard:check intent n when=true
func ordered(n *node, orders map[string]bool) bool { return orders[n.id] }

// prepare formats the node's disks.
//
//leapguard:danger protection n
//leapguard:danger intent n
func prepare(n *node) {}

func loadState(nodes []*node) {
	for _, n := range nodes {
		if !n.protected {
			prepare(n) // want `no check of kind intent holds for n; the test of n.protected at line \d+ is a check of kind protection`
		}
	}
}
