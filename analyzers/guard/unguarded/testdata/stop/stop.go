// Package stop ends the process with the help of others.
package stop

import (
	"example.com/unguarded/node"
	"example.com/unguarded/stop/exit"
	"example.com/unguarded/stop/fatal"
	"example.com/unguarded/stop/fatalf"
	"example.com/unguarded/stop/fatalln"
)

func withExit(n *node.Node) {
	if n.Protected {
		exit.Because(n.Name)
	}
	node.Format(n)
}

func withFatal(n *node.Node) {
	if n.Protected {
		fatal.Because(n.Name)
	}
	node.Format(n)
}

func withFatalf(n *node.Node) {
	if n.Protected {
		fatalf.Because(n.Name)
	}
	node.Format(n)
}

func withFatalln(n *node.Node) {
	if n.Protected {
		fatalln.Because(n.Name)
	}
	node.Format(n)
}
