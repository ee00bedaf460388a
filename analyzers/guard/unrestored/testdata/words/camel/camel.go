// Package camel is found by one word.
package camel

type cluster interface {
	Cordon(node string) error
	UnCordon(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.Cordon(node) // want `is not undone when the function returns at line 16`
	if err := steps(); err != nil {
		c.UnCordon(node)
		return err
	}
	if node == "" {
		return nil
	}
	c.UnCordon(node)
	return nil
}
