// Package publicnode is found by one word.
package publicnode

type cluster interface {
	CordonNode(node string) error
	UncordonNode(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.CordonNode(node) // want `is not undone when the function returns at line 16`
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
