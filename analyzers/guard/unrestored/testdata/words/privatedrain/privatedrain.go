// Package privatedrain is found by one word.
package privatedrain

type cluster interface {
	drain(node string) error
	uncordon(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.drain(node) // want `is not undone when the function returns at line 16`
	if err := steps(); err != nil {
		c.uncordon(node)
		return err
	}
	if node == "" {
		return nil
	}
	c.uncordon(node)
	return nil
}
