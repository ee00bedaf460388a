// Package parted holds one trigger word.
package parted

import "os/exec"

func Add(device string) error {
	return exec.Command("parted", "-s", device, "mklabel", "gpt").Run() // want `of parted destroys`
}
