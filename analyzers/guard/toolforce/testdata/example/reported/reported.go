package reported

import "os/exec"

// Stage makes a volume ready for use.
func Stage(device string) error {
	return exec.Command("mkfs.xfs", "-f", device).Run() // want `destroys whatever is on device, and nothing looks at it first`
}
