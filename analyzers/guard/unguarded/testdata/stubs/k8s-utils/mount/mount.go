// Package mount is a stub.
package mount

type Interface interface {
	IsLikelyNotMountPoint(file string) (bool, error)
	Unmount(target string) error
}

func IsNotMountPoint(mounter Interface, file string) (bool, error) { return false, nil }

type SafeFormatAndMount struct{ Interface }

func (m *SafeFormatAndMount) GetDiskFormat(disk string) (string, error) { return "", nil }

func (m *SafeFormatAndMount) FormatAndMount(source, target, fstype string, options []string) error {
	return nil
}

func (m *SafeFormatAndMount) FormatAndMountSensitive(source, target, fstype string, options, sensitive []string) error {
	return nil
}
