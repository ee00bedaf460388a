// Package mke2fs holds one trigger word.
package mke2fs

import "os/exec"

func Add(device string) error {
	return exec.Command("mke2fs", "-F", device).Run() // want `of mke2fs destroys`
}
