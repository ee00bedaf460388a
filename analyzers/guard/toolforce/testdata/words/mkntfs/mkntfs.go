// Package mkntfs holds one trigger word.
package mkntfs

import "os/exec"

func Add(device string) error {
	return exec.Command("mkntfs", "-F", device).Run() // want `of mkntfs destroys`
}
