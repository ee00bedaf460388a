// Package shred holds one trigger word.
package shred

import "os/exec"

func Add(device string) error {
	return exec.Command("shred", device).Run() // want `of shred destroys`
}
