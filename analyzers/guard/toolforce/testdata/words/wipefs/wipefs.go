// Package wipefs holds one trigger word.
package wipefs

import "os/exec"

func Add(device string) error {
	return exec.Command("wipefs", "-a", device).Run() // want `of wipefs destroys`
}
