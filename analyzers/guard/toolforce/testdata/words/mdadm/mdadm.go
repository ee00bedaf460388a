// Package mdadm holds one trigger word.
package mdadm

import "os/exec"

func Add(device string) error {
	return exec.Command("mdadm", "--zero-superblock", device).Run() // want `of mdadm destroys`
}
