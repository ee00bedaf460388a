package bad

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

type executor interface {
	ExecuteCommand(name string, args ...string) error
}

type pool struct {
	run executor
	log []string
}

// AddDisk takes a disk into the pool.
func (p *pool) AddDisk(device string) error {
	if device == "" {
		return fmt.Errorf("no device")
	}
	if _, err := os.Stat(device); os.IsNotExist(err) {
		return err
	}
	return p.run.ExecuteCommand("wipefs", "-af", device) // want `^p.run.ExecuteCommand of wipefs destroys whatever is on device, and nothing looks at it first$`
}

// Stage mounts a volume.
func Stage(ctx context.Context, devicePath, target, fsType string) error {
	args := []string{"-F", devicePath}
	if fsType == "xfs" {
		args = []string{"-f", devicePath}
	}
	out, err := exec.CommandContext(ctx, "mkfs."+fsType, args...).CombinedOutput() // want `of mkfs\.\* destroys whatever is on devicePath`
	if err != nil {
		return fmt.Errorf("%s: %w", out, err)
	}
	return exec.CommandContext(ctx, "mount", devicePath, target).Run()
}

// Prepare ends in a shell.
func Prepare(disk string) error {
	return exec.Command("sh", "-c", fmt.Sprintf("sgdisk --zap-all /dev/%s", disk)).Run() // want `exec.Command of sgdisk destroys whatever is on disk`
}

// PrepareHost enters the namespaces of the host.
func PrepareHost(disk string) error {
	args := []string{"nsenter", "--mount=/proc/1/ns/mnt", "--"}
	args = append(args, "wipefs")
	args = append(args, "-a")
	args = append(args, disk)
	return run(strings.Join(args, " ")) // want `run of wipefs destroys whatever is on disk`
}

func run(line string) error { return exec.Command("sh", "-c", line).Run() }

// Labelled appends behind the device.
func Labelled(devPath, uuid string) error {
	args := []string{"-F", devPath}
	if uuid != "" {
		args = append(args, "-U", uuid)
	}
	return exec.Command("mkfs.ext4", args...).Run() // want `of mkfs.ext4 destroys whatever is on devPath`
}

// Umounted is no look at what is on it.
func Umounted(device string) error {
	if err := exec.Command("umount", device).Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run() // want `of mkfs.xfs destroys`
}

// Twice is destroyed first and formatted then: each by its own flag.
func Twice(device string) error {
	if err := exec.Command("wipefs", "-a", device).Run(); err != nil { // want `of wipefs destroys`
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run() // want `of mkfs.xfs destroys`
}

// format has a caller that looks and one that does not.
func format(device string) error {
	return exec.Command("mkfs.btrfs", "-f", device).Run() // want `of mkfs.btrfs destroys`
}

func Careful(device string) error {
	out, err := exec.Command("blkid", device).Output()
	if err == nil && len(out) > 0 {
		return fmt.Errorf("%s is in use", device)
	}
	return format(device)
}

func Careless(device string) error { return format(device) }

// Wrong looks at another device.
func Wrong(data, journal string) error {
	out, err := exec.Command("lsblk", "-no", "FSTYPE", journal).Output()
	if err != nil || len(out) > 0 {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", data).Run() // want `whatever is on data,`
}

// Ignored runs a probe for the log.
func Ignored(p *pool, device string) error {
	out, _ := exec.Command("lsblk", device).Output()
	p.log = append(p.log, string(out))
	return exec.Command("mkfs.xfs", "-f", device).Run() // want `whatever is on device,`
}

// Overwrite goes over the beginning.
func Start(device string) error {
	return exec.Command("dd", "if=/dev/zero", "of="+device, "bs=1M", "count=10").Run() // want `of dd destroys`
}
