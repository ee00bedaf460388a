// Package camelnode is found by one word.
package camelnode

type cluster interface {
	CordonNode(node string) error
	UnCordonNode(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.CordonNode(node) // want `is not undone when the function returns at line 16`
	if err := steps(); err != nil {
		c.UnCordonNode(node)
		return err
	}
	if node == "" {
		return nil
	}
	c.UnCordonNode(node)
	return nil
}
