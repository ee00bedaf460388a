// Package drainnode is found by one word.
package drainnode

type cluster interface {
	DrainNode(node string) error
	UncordonNode(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.DrainNode(node) // want `is not undone when the function returns at line 16`
	if err := steps(); err != nil {
		c.UncordonNode(node)
		return err
	}
	if node == "" {
		return nil
	}
	c.UncordonNode(node)
	return nil
}
