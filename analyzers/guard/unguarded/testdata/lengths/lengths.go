// Package lengths looks at how many errors there are.
package lengths

import (
	"errors"

	"example.com/unguarded/node"
)

var errBusy = errors.New("busy")

func validate(n *node.Node) (errs []error) {
	if n == nil {
		return []error{errBusy}
	}
	if n.Name == "" {
		errs = append(errs, errBusy)
	}
	if !node.Idle(n) {
		errs = append(errs, errBusy)
	}
	return errs
}

func reasons(n *node.Node) []string {
	out := []string{}
	if !node.Idle(n) {
		out = append(out, "busy")
	}
	return out
}

func warnings(n *node.Node) (out []string) {
	if !node.Idle(n) {
		println(n.Name)
	} else {
		out = append(out, "idle")
	}
	return out
}

func all(n *node.Node) []string { return reasons(n) }

func fallible(n *node.Node) ([]error, error) {
	if n.Name == "" {
		return nil, errBusy
	}
	return validate(n), nil
}

func Lengths(n *node.Node) error {
	if errs := validate(n); len(errs) > 0 {
		return errs[0]
	}
	node.Format(n)
	return nil
}

func Empty(a, b, c, other *node.Node) {
	if len(reasons(a)) == 0 {
		node.Format(a)
	}
	if rs := all(b); len(rs) < 1 {
		node.Format(b)
		node.Format(other) // want `no check of kind format holds for other`
	}
	if len(reasons(c)) <= 1 {
		node.Format(c) // want `no check of kind format holds for c; the check reasons\(c\) at line \d+ is not known to permit it on this path`
	}
	if len(warnings(c)) == 0 {
		node.Format(c) // want `no check of kind format holds for c`
	}
	if rs := reasons(other); len(rs) != 0 {
		node.Format(other) // want `the check reasons\(other\) at line \d+ refuses on this path`
	}
}

func Fallible(n, other *node.Node) {
	if errs, err := fallible(n); err == nil && len(errs) == 0 {
		node.Format(n)
	}
	if errs, _ := fallible(other); len(errs) == 0 {
		node.Format(other) // want `no check of kind format holds for other`
	}
}

type job struct{ n *node.Node }

func plan(nodes []*node.Node) (jobs []job) {
	for _, n := range nodes {
		if node.Idle(n) {
			jobs = append(jobs, job{n})
		}
	}
	return jobs
}

func Planned(nodes []*node.Node) {
	for _, j := range plan(nodes) {
		node.Format(j.n) // want `^node\.Format\(j\.n\) is reached though no check of kind format holds for j\.n$`
	}
}

func wipe(nodes ...*node.Node) {
	for _, n := range nodes {
		node.Format(n)
	}
}

func Variadic(a, b, c *node.Node) {
	wipe(c) // want `no check of kind format holds for c$`
	if !node.Idle(a) {
		return
	}
	wipe(a)
	wipe(a, b)    // want `no check of kind format holds for b; the check node.Idle\(a\) at line \d+ is of another object$`
	wipe(b, a)    // want `no check of kind format holds for b; `
	wipe(a, b, c) // want `no check of kind format holds for b and c; `
	if node.Idle(b) {
		wipe(a, b)
	}
}
