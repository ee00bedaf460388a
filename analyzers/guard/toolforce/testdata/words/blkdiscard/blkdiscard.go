// Package blkdiscard holds one trigger word.
package blkdiscard

import "os/exec"

func Add(device string) error {
	return exec.Command("blkdiscard", device).Run() // want `of blkdiscard destroys`
}
