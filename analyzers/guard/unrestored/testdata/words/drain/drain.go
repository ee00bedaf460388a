// Package drain is found by one word.
package drain

type cluster interface {
	Drain(node string) error
	Uncordon(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.Drain(node) // want `is not undone when the function returns at line 16`
	if err := steps(); err != nil {
		c.Uncordon(node)
		return err
	}
	if node == "" {
		return nil
	}
	c.Uncordon(node)
	return nil
}
