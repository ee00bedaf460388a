// Package words is found by one word.
package words

type node struct{ covered bool }

//leapguard:off protection n restore=cover
func uncover(n *node) { n.covered = false }

func cover(n *node) { n.covered = true }

func service(n *node, steps func() error) error {
	uncover(n) // want `is not undone when the function returns at line \d+`
	if err := steps(); err != nil {
		return err
	}
	cover(n)
	return nil
}
