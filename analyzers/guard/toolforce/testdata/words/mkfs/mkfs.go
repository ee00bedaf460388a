// Package mkfs holds one trigger word.
package mkfs

import "os/exec"

func Add(device string) error {
	return exec.Command("mkfs", "-F", device).Run() // want `of mkfs destroys`
}
