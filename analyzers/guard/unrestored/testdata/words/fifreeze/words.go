// Package words is found by one word.
package words

import (
	"os"

	"golang.org/x/sys/unix"
)

func hold(dir *os.File, copied func() error) error {
	if err := unix.IoctlSetInt(int(dir.Fd()), unix.FIFREEZE, 0); err != nil { // want `is not undone when the function returns at line \d+`
		return err
	}
	if err := copied(); err != nil {
		return err
	}
	return unix.IoctlSetInt(int(dir.Fd()), unix.FITHAW, 0)
}
