// Package cryptsetup holds one trigger word.
package cryptsetup

import "os/exec"

func Add(device string) error {
	return exec.Command("cryptsetup", "-q", "luksFormat", device).Run() // want `of cryptsetup destroys`
}
