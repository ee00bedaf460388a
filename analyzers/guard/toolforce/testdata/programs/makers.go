package programs

import "os/exec"

func MakeFallocate(device string) error {
	if err := exec.Command("fallocate", "-l", "1G", device).Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

func MakeLoop(device string) error {
	if err := exec.Command("losetup", "/dev/loop0", device).Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

func MakeLV(device string) error {
	if err := exec.Command("lvcreate", "-L", "1G", "-n", device, "data").Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

func MakeQemuImg(device string) error {
	if err := exec.Command("qemu-img", "create", device, "1G").Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

func MakeQemuNbd(device string) error {
	if err := exec.Command("qemu-nbd", "-c", "/dev/nbd0", device).Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

func MakeSparse(device string) error {
	if err := exec.Command("truncate", "-s", "1G", device).Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

func MakeZfs(device string) error {
	if err := exec.Command("zfs", "create", "-V", "1G", device).Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run()
}

// MakeNothing runs a program that makes no device.
func MakeNothing(device string) error {
	if err := exec.Command("logger", device).Run(); err != nil {
		return err
	}
	return exec.Command("mkfs.xfs", "-f", device).Run() // want `of mkfs\.xfs destroys whatever is on device, and nothing looks at it first$`
}
