// Package zpool holds one trigger word.
package zpool

import "os/exec"

func Add(device string) error {
	return exec.Command("zpool", "create", "-f", "tank", device).Run() // want `of zpool destroys`
}
