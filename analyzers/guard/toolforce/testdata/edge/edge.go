package edge

import (
	"errors"
	"os/exec"
)

func blank(device string) bool { return exec.Command("blkid", device).Run() != nil }

// All looks at all before it begins.
func All(devices []string) error {
	for _, d := range devices {
		if !blank(d) {
			return errors.New("in use")
		}
	}
	for _, d := range devices {
		if err := exec.Command("wipefs", "-a", d).Run(); err != nil {
			return err
		}
	}
	return nil
}

func AddAll(devices []string) error {
	for _, d := range devices {
		if err := exec.Command("wipefs", "-a", d).Run(); err != nil { // want `whatever is on the device`
			return err
		}
	}
	return nil
}

func retry(f func() error) error { return f() }

// Closure is made behind the look.
func Closure(device string) error {
	if !blank(device) {
		return nil
	}
	return retry(func() error { return exec.Command("wipefs", "-a", device).Run() })
}

func AddClosure(device string) error {
	return retry(func() error { return exec.Command("wipefs", "-a", device).Run() }) // want `whatever is on device`
}

// Some is looked at on one path only.
func Some(device string, verbose bool) error {
	if verbose {
		if !blank(device) {
			return errors.New("in use")
		}
	}
	return exec.Command("wipefs", "-a", device).Run() // want `whatever is on device`
}

// Given leaves the arguments to others.
func Given(args ...string) error { return exec.Command("wipefs", args...).Run() }

// handler is only a value.
func handler(device string) error { return exec.Command("wipefs", "-a", device).Run() }

var Handler = handler

type cluster struct{ osds []string }

// Reset is meant for all.
func (c *cluster) Reset() error {
	for _, device := range list() {
		if err := exec.Command("wipefs", "-a", device).Run(); err != nil {
			return err
		}
	}
	return nil
}

func list() []string { return nil }

// Detach has a declared danger.
//
//leapguard:danger disk device
func Detach(device string) error { return exec.Command("wipefs", "-a", device).Run() }

// Dry only says what it would do.
func Dry(device string) error { return exec.Command("wipefs", "--no-act", "-a", device).Run() }
