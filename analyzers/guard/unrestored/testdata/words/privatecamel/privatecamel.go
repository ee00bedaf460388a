// Package privatecamel is found by one word.
package privatecamel

type cluster interface {
	cordon(node string) error
	unCordon(node string) error
}

func reboot(c cluster, steps func() error, node string) error {
	c.cordon(node) // want `is not undone when the function returns at line 16`
	if err := steps(); err != nil {
		c.unCordon(node)
		return err
	}
	if node == "" {
		return nil
	}
	c.unCordon(node)
	return nil
}
