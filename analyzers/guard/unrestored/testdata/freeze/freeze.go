// Package freeze freezes file systems.
package freeze

import (
	"errors"
	"os"
	"os/exec"

	"golang.org/x/sys/unix"
)

func snapshot() error { return errors.New("no snapshot") }

func ioctl(dir *os.File) error {
	if err := unix.IoctlSetInt(int(dir.Fd()), unix.FIFREEZE, 0); err != nil { // want `is not undone when the function returns at line 19, which leaves the file system frozen`
		return err
	}
	if err := snapshot(); err != nil {
		return err
	}
	return unix.IoctlSetInt(int(dir.Fd()), unix.FITHAW, 0)
}

func command(dir string) error {
	if err := exec.Command("fsfreeze", "-f", dir).Run(); err != nil { // want `exec.Command\("fsfreeze", "-f", dir\) is not undone when the function returns at line 29`
		return err
	}
	if err := snapshot(); err != nil {
		return err
	}
	return exec.Command("fsfreeze", "--unfreeze", dir).Run()
}

func deferred(dir string) error {
	if err := exec.Command("fsfreeze", "--freeze", dir).Run(); err != nil {
		return err
	}
	defer exec.Command("fsfreeze", "-u", dir).Run()
	return snapshot()
}

func deferredLiteral(dir *os.File) (err error) {
	fd := int(dir.Fd())
	if err := unix.IoctlSetInt(fd, unix.FIFREEZE, 0); err != nil {
		return err
	}
	defer func() {
		err = errors.Join(err, unix.IoctlSetInt(fd, unix.FITHAW, 0))
	}()
	return snapshot()
}

func run(name string, args ...string) error { return exec.Command(name, args...).Run() }

func frozen(dir string) (func() error, error) {
	if err := run("fsfreeze", "--freeze", dir); err != nil {
		return nil, err
	}
	return func() error { return run("fsfreeze", "--unfreeze", dir) }, nil
}

func throughHelper(dir string) error {
	if err := run("fsfreeze", "--freeze", dir); err != nil { // want `run\("fsfreeze", "--freeze", dir\) is not undone when the function returns at line 67`
		return err
	}
	if err := snapshot(); err != nil {
		return err
	}
	return run("fsfreeze", "--unfreeze", dir)
}

// unfreeze freezes.
func unfreeze(dir string) error {
	return exec.Command("fsfreeze", "-f", dir).Run() // want `exec.Command\("fsfreeze", "-f", dir\) leaves the file system frozen in a function that is to undo that`
}
