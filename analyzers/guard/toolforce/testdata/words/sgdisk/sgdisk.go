// Package sgdisk holds one trigger word.
package sgdisk

import "os/exec"

func Add(device string) error {
	return exec.Command("sgdisk", "-Z", device).Run() // want `of sgdisk destroys`
}
