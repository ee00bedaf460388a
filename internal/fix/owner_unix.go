//go:build unix

package fix

import (
	"os"
	"syscall"
)

// keepOwner gives a new file the owner and group of another, as far as one may:
// root in a container must not take the files of the user that it works for.
func keepOwner(f *os.File, other os.FileInfo) error {
	stat, ok := other.Sys().(*syscall.Stat_t)
	if !ok || int(stat.Uid) == os.Geteuid() && int(stat.Gid) == os.Getegid() {
		return nil
	}
	if err := f.Chown(int(stat.Uid), int(stat.Gid)); err != nil && !os.IsPermission(err) {
		return err
	}
	return nil
}
