// Package privatenode is found by one word.
package privatenode

type cluster interface {
	cordonNode(node string) error
	uncordonNode(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.cordonNode(node) // want `is not undone when the function returns at line 16`
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
