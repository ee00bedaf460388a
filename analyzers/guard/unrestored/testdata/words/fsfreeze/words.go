// Package words is found by one word.
package words

import "os/exec"

func hold(dir string, copied func() error) error {
	if err := exec.Command("fsfreeze", "-f", dir).Run(); err != nil { // want `is not undone when the function returns at line \d+`
		return err
	}
	if err := copied(); err != nil {
		return err
	}
	return exec.Command("fsfreeze", "-u", dir).Run()
}
