// Package words is found by one word.
package words

import "k8s.io/kubectl/pkg/drain"

func replace(h *drain.Helper, node *drain.Node, steps func() error) error {
	if err := drain.RunCordonOrUncordon(h, node, true); err != nil { // want `is not undone when the function returns at line \d+`
		return err
	}
	if err := steps(); err != nil {
		drain.RunCordonOrUncordon(h, node, false)
		return err
	}
	if node == nil {
		return nil
	}
	return drain.RunCordonOrUncordon(h, node, false)
}
