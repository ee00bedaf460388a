// Package programs runs each program of the model.
package programs

import "os/exec"

func AddExt(device string) error {
	return exec.Command("mke2fs", "-F", device, "4096").Run() // want `of mke2fs destroys whatever is on device, and nothing looks at it first$`
}

func AddExt2(device string) error {
	return exec.Command("mkfs.ext2", "-F", device, "4096").Run() // want `of mkfs\.ext2 destroys whatever is on device, and nothing looks at it first$`
}

func AddExt3(device string) error {
	return exec.Command("mkfs.ext3", "-F", device, "4096").Run() // want `of mkfs\.ext3 destroys whatever is on device, and nothing looks at it first$`
}

func AddExt4(device string) error {
	return exec.Command("mkfs.ext4", "-F", device, "4096").Run() // want `of mkfs\.ext4 destroys whatever is on device, and nothing looks at it first$`
}

func AddXfs(device string) error {
	return exec.Command("mkfs.xfs", "-f", device, "-m", "reflink=0").Run() // want `of mkfs\.xfs destroys whatever is on device, and nothing looks at it first$`
}

func AddBtrfs(device string) error {
	return exec.Command("mkfs.btrfs", "-f", "-n", "16384", device).Run() // want `of mkfs\.btrfs destroys whatever is on device, and nothing looks at it first$`
}

func AddNtfs(device string) error {
	return exec.Command("mkfs.ntfs", "-F", device, "4096").Run() // want `of mkfs\.ntfs destroys whatever is on device, and nothing looks at it first$`
}

func AddOldNTFS(device string) error {
	return exec.Command("mkntfs", "-F", device, "4096").Run() // want `of mkntfs destroys whatever is on device, and nothing looks at it first$`
}

func AddReiserfs(device string) error {
	return exec.Command("mkfs.reiserfs", "-f", device, "4096").Run() // want `of mkfs\.reiserfs destroys whatever is on device, and nothing looks at it first$`
}

func AddTyped(device string) error {
	return exec.Command("mkfs", "-t", "ext4", "-F", device).Run() // want `of mkfs destroys whatever is on device, and nothing looks at it first$`
}

func AddF2Fs(device string) error {
	return exec.Command("mkfs.f2fs", "-f", device).Run() // want `of mkfs\.f2fs destroys whatever is on device, and nothing looks at it first$`
}

func AddSignatures(device string) error {
	return exec.Command("wipefs", "-a", device).Run() // want `of wipefs destroys whatever is on device, and nothing looks at it first$`
}

func AddSgdisk(device string) error {
	return exec.Command("sgdisk", "--zap-all", device).Run() // want `of sgdisk destroys whatever is on device, and nothing looks at it first$`
}

func AddParted(device string) error {
	return exec.Command("parted", "-s", device, "mklabel", "gpt").Run() // want `of parted destroys whatever is on device, and nothing looks at it first$`
}

func AddBlocks(device string) error {
	return exec.Command("blkdiscard", device).Run() // want `of blkdiscard destroys whatever is on device, and nothing looks at it first$`
}

func AddNoise(device string) error {
	return exec.Command("shred", "-n", "1", device).Run() // want `of shred destroys whatever is on device, and nothing looks at it first$`
}

func AddDd(device string) error {
	return exec.Command("dd", "if=/dev/zero", "of="+device).Run() // want `of dd destroys whatever is on device, and nothing looks at it first$`
}

func AddPV(device string) error {
	return exec.Command("pvcreate", "-y", device).Run() // want `of pvcreate destroys whatever is on device, and nothing looks at it first$`
}

func AddVG(device string) error {
	return exec.Command("vgcreate", "-y", "data", device).Run() // want `of vgcreate destroys whatever is on device, and nothing looks at it first$`
}

func AddMdadm(device string) error {
	return exec.Command("mdadm", "--zero-superblock", device).Run() // want `of mdadm destroys whatever is on device, and nothing looks at it first$`
}

func AddCryptsetup(device string) error {
	return exec.Command("cryptsetup", "-q", "luksFormat", device, "key").Run() // want `of cryptsetup destroys whatever is on device, and nothing looks at it first$`
}

func AddZpool(device string) error {
	return exec.Command("zpool", "create", "-f", "tank", device).Run() // want `of zpool destroys whatever is on device, and nothing looks at it first$`
}
