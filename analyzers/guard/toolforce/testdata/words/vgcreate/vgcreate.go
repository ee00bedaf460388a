// Package vgcreate holds one trigger word.
package vgcreate

import "os/exec"

func Add(device string) error {
	return exec.Command("vgcreate", "-y", "vg", device).Run() // want `of vgcreate destroys`
}
