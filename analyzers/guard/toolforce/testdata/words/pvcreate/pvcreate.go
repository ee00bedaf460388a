// Package pvcreate holds one trigger word.
package pvcreate

import "os/exec"

func Add(device string) error {
	return exec.Command("pvcreate", "-ff", "-y", device).Run() // want `of pvcreate destroys`
}
