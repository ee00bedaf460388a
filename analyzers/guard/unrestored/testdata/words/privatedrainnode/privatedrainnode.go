// Package privatedrainnode is found by one word.
package privatedrainnode

type cluster interface {
	drainNode(node string) error
	uncordonNode(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.drainNode(node) // want `is not undone when the function returns at line 16`
	if err := steps(); err != nil {
		c.uncordonNode(node)
		return err
	}
	if node == "" {
		return nil
	}
	c.uncordonNode(node)
	return nil
}
