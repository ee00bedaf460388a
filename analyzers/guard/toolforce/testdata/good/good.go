package good

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Own is guarded by the tool.
func Own(device string) error {
	if err := exec.Command("mkfs.xfs", device).Run(); err != nil {
		return err
	}
	if err := exec.Command("wipefs", device).Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.ext4", "-m0", device).Run()
}

type mounter struct{ path string }

func (m *mounter) GetDiskFormat(device string) (string, error) { return m.path + device, nil }

// Stage asks a function.
func (m *mounter) Stage(device, fsType string) error {
	existing, err := m.GetDiskFormat(device)
	if err != nil {
		return err
	}
	if existing == "" {
		args := []string{device}
		if fsType == "xfs" {
			args = []string{"-f", device}
		}
		return exec.Command("mkfs."+fsType, args...).Run()
	}
	return nil
}

type report struct {
	Devices []struct{ FSType *string }
}

// Decoded reads the output of a probe.
func Decoded(device string) error {
	out, err := exec.Command("lsblk", "--json", device).Output()
	if err != nil {
		return err
	}
	var r report
	if err := json.Unmarshal(out, &r); err != nil {
		return err
	}
	if len(r.Devices) != 1 || r.Devices[0].FSType != nil {
		return errors.New("in use")
	}
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

type disk struct {
	Path   string
	InUse  bool
	Serial string
}

// Field is told by the object.
func Field(d *disk) error {
	if d.InUse {
		return errors.New("in use")
	}
	return exec.Command("wipefs", "-a", d.Path).Run()
}

// Forced does what it is told.
func Forced(device string, force bool) error {
	if !force {
		return errors.New("not without force")
	}
	return exec.Command("wipefs", "-a", device).Run()
}

// helper has callers that look.
func helper(device string) error {
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

func First(device string) error {
	if !blank(device) {
		return errors.New("in use")
	}
	return helper(device)
}

func Second(device string) error {
	if blank(device) {
		return helper(device)
	}
	return nil
}

func blank(device string) bool {
	out, err := exec.Command("blkid", device).Output()
	return err != nil && len(out) == 0
}

// Loop made the device.
func Loop(backing string) error {
	out, err := exec.Command("losetup", "--show", "-f", backing).Output()
	if err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", strings.TrimSpace(string(out))).Run()
}

// Image is a file.
func Image(dir string) error {
	imagePath := dir + "/root.img"
	return exec.Command("mkfs.ext4", "-F", imagePath).Run()
}

// Temporary is a file that was made here.
func Temporary() error {
	f, err := os.CreateTemp("", "")
	if err != nil {
		return err
	}
	return exec.Command("mkfs.ext4", "-F", f.Name()).Run()
}

type driver struct{}

func (driver) createVolume(name string) error {
	return exec.Command("lvcreate", "-n", name, "vg").Run()
}

// Volume is new.
func Volume(d driver, name string) error {
	if err := d.createVolume(name); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", "/dev/vg/"+name).Run()
}

// Wipe is called for what it does.
func Wipe(device string) error { return exec.Command("wipefs", "-a", device).Run() }

// FormatDevice is, too.
func FormatDevice(device string) error { return exec.Command("mkfs.xfs", "-f", device).Run() }

// Others have a flag of that name.
func Others(name string) error { return exec.Command("docker", "rm", "--force", name).Run() }

// Said does not run it.
func Said(device string) error { return fmt.Errorf("wipefs -a %s failed", device) }

// Copied is a file.
func Copied(from, to string) error { return exec.Command("dd", "if="+from, "of="+to).Run() }

// Attach was reviewed.
//
//leapguard:ok toolforce the node owns its scratch disk
func Attach(device string) error { return exec.Command("wipefs", "-a", device).Run() }
