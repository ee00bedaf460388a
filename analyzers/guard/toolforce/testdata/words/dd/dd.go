// Package dd holds one trigger word.
package dd

import "os/exec"

func Add(device string) error {
	return exec.Command("dd", "if=/dev/zero", "of="+device).Run() // want `of dd destroys`
}
