// Package privatecamelnode is found by one word.
package privatecamelnode

type cluster interface {
	cordonNode(node string) error
	unCordonNode(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.cordonNode(node) // want `is not undone when the function returns at line 16`
	if err := steps(); err != nil {
		c.unCordonNode(node)
		return err
	}
	if node == "" {
		return nil
	}
	c.unCordonNode(node)
	return nil
}
