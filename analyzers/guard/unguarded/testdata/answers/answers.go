// Package answers tells by constants what may be destroyed.
package answers

import "example.com/unguarded/node"

type answer int

const (
	never answer = iota - 1
	later
	now
)

func judge(n *node.Node) answer {
	switch {
	case n.Name == "":
		return later
	case n.Protected:
		return never
	}
	return now
}

func reason(n *node.Node) string {
	if n.Protected {
		return "protected"
	}
	return ""
}

func Judged(n *node.Node) {
	switch judge(n) {
	case now:
		node.Format(n)
	case never:
		node.Format(n) // want `the check judge\(n\) at line \d+ refuses on this path`
	}
	if judge(n) >= later {
		node.Format(n) // want `the check judge\(n\) at line \d+ is not known to permit it on this path`
	}
}

func Reasoned(n *node.Node) {
	if reason(n) != "" {
		return
	}
	node.Format(n)
}

// free answers false with an error, so that the error need not be looked at.
func free(n *node.Node) (bool, error) {
	if err := node.Refuse(n); err != nil {
		return false, err
	}
	return true, nil
}

// lenient answers true with an error.
func lenient(n *node.Node) (bool, error) {
	if err := node.Refuse(n); err != nil {
		return true, err
	}
	return true, nil
}

func Free(n *node.Node) {
	if ok, _ := free(n); ok {
		node.Format(n)
	}
	if ok, _ := lenient(n); ok {
		node.Format(n) // want `the check lenient\(n\) at line \d+ is not known to permit it on this path`
	}
}
