// Package asserts leaves it to functions of its own to end the process.
package asserts

import (
	"log"

	"example.com/unguarded/node"
)

func must(err error) {
	if err == nil {
		return
	}
	log.Fatal(err)
}

func must1[T any](v T, err error) T {
	must(err)
	if err != nil {
		panic(err)
	}
	return v
}

func require(ok bool, what string) {
	if !ok {
		panic(what)
	}
}

func warn(err error) {
	if err != nil {
		log.Print(err)
	}
}

func fallback(v bool, err error) bool {
	if err != nil {
		return true
	}
	return v
}

func Refused(n *node.Node) {
	must(node.Refuse(n))
	node.Format(n)
}

func Answered(n *node.Node) {
	if must1(node.Probe(n)) {
		node.Format(n)
	}
}

func InTurn(n *node.Node) {
	ok, err := node.Probe(n)
	must(err)
	if ok {
		node.Format(n)
	}
}

func Required(n *node.Node) {
	ok, err := node.Probe(n)
	require(ok && err == nil, "formattable")
	node.Format(n)
}

func Negated(n *node.Node) {
	if !must1(node.Probe(n)) {
		node.Format(n) // want `the check node.Probe\(n\) at line \d+ refuses on this path`
	}
}

func NoAnswer(n *node.Node) {
	_, err := node.Probe(n)
	must(err)
	node.Format(n) // what nobody looks at is a finding of ignoredguard
}

func Warned(n *node.Node) {
	warn(node.Refuse(n))
	node.Format(n) // want `no check of kind format holds for n`
}

func Fallback(n *node.Node) {
	if fallback(node.Probe(n)) {
		node.Format(n) // want `no check of kind format holds for n`
	}
}

func Changed(n, other *node.Node) {
	ok, err := node.Probe(n)
	must(err)
	n = other
	if ok {
		node.Format(n) // want `node.Probe\(n\) at line \d+ is of another n`
	}
}
