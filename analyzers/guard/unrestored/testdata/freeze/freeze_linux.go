package freeze

import (
	"os"
	"syscall"
)

func raw(dir *os.File) error {
	if _, _, errno := syscall.Syscall(syscall.SYS_IOCTL, dir.Fd(), 0xC0045877, 0); errno != 0 { // want `is not undone when the function returns at line 13, which leaves the file system frozen`
		return errno
	}
	if err := snapshot(); err != nil {
		return err
	}
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, dir.Fd(), 0xC0045878, 0)
	return errno
}
