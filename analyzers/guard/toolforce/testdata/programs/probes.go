package programs

import (
	"errors"
	"os/exec"
)

var errInUse = errors.New("in use")

func LookBlkid(device string) error {
	if exec.Command("blkid", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookBlockdev(device string) error {
	if exec.Command("blockdev", "--getsize64", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookBtrfs(device string) error {
	if exec.Command("btrfs", "filesystem", "show", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookCryptsetup(device string) error {
	if exec.Command("cryptsetup", "isLuks", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookDumpe2Fs(device string) error {
	if exec.Command("dumpe2fs", "-h", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookFdisk(device string) error {
	if exec.Command("fdisk", "-l", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookFile(device string) error {
	if exec.Command("file", "-s", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookFindmnt(device string) error {
	if exec.Command("findmnt", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookFsck(device string) error {
	if exec.Command("fsck", "-n", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookGdisk(device string) error {
	if exec.Command("gdisk", "-l", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookHexdump(device string) error {
	if exec.Command("hexdump", "-n", "512", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookLsblk(device string) error {
	if exec.Command("lsblk", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookMdadm(device string) error {
	if exec.Command("mdadm", "--examine", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookMount(device string) error {
	if exec.Command("mount", device, "/mnt").Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookOd(device string) error {
	if exec.Command("od", "-N", "512", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookParted(device string) error {
	if exec.Command("parted", device, "print").Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookPartprobe(device string) error {
	if exec.Command("partprobe", "-d", "-s", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookPvdisplay(device string) error {
	if exec.Command("pvdisplay", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookPvs(device string) error {
	if exec.Command("pvs", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookSfdisk(device string) error {
	if exec.Command("sfdisk", "--dump", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookSgdisk(device string) error {
	if exec.Command("sgdisk", "--print", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookTune2Fs(device string) error {
	if exec.Command("tune2fs", "-l", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookUdevadm(device string) error {
	if exec.Command("udevadm", "info", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookVgs(device string) error {
	if exec.Command("vgs", "--select", "pv_name="+device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookSignatures(device string) error {
	if exec.Command("wipefs", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookXfsAdmin(device string) error {
	if exec.Command("xfs_admin", "-l", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookXfsDb(device string) error {
	if exec.Command("xfs_db", "-r", "-c", "sb", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookZdb(device string) error {
	if exec.Command("zdb", "-l", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

func LookZpool(device string) error {
	if exec.Command("zpool", "list", "-v", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run()
}

// LookNowhere asks a program that tells nothing of what is there.
func LookNowhere(device string) error {
	if exec.Command("logger", device).Run() == nil {
		return errInUse
	}
	return exec.Command("blkdiscard", device).Run() // want `of blkdiscard destroys whatever is on device, and nothing looks at it first$`
}
