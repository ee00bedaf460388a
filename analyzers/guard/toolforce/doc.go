/*
Package toolforce reports programs that destroy what is on a disk, run with the
flag that overrides their own guard, over a device that nothing looked at.

# Reported

A call that runs one of the disk tools of internal/models/exec.yaml:

	exec.Command("mkfs.xfs", "-f", device)
	executor.ExecuteCommand("wipefs", "--all", device)
	exec.Command("sh", "-c", "sgdisk --zap-all "+device)

where nothing on the way there looked at device. The tools are mkfs.ext4 and the
like with -F, mkfs.xfs, mkfs.btrfs and others with -f, wipefs -a, sgdisk
--zap-all, parted -s with mklabel, blkdiscard, shred and dd of a device, pvcreate
and vgcreate with -f or -y, mdadm --zero-superblock, cryptsetup -q luksFormat and
zpool create -f. Lists of arguments are followed through append and branches.

A function that runs a tool over a device that it is given is reported if a caller
in the package passes one that it did not look at, or if it is exported, has no
callers there, and its name does not say that it destroys or formats.

# Why

mkfs.xfs refuses a device that holds a file system, and wipefs only lists what it
finds, until a flag says otherwise. With the flag, the code in front of the call
is all that stands between an attached volume and an empty one: a device that got
another name after a reboot, a volume that was formatted before the controller
restarted, or a disk that belongs to another node is gone.

# Example

{{example}}

# Detection

Any function that is called Run, Exec, Command or the like, and is given the name
of a tool as its first words, counts as running it. The device is taken back, in
SSA form, to what it is made of: parameters, variables, results of calls. The call
is reported unless a branch in front of it depends on

  - the output of blkid, lsblk, wipefs without -a or another program that tells
    what is on a device, run with that device;
  - another call that is given the device, or what it belongs to, whatever it is
    called: GetDiskFormat, a check of your own;
  - another field of the object that the device is a field of.

That a device exists is no answer to what is on it: os.Stat does not count, nor
do functions that only make texts.

# Silent

The check is silent if

  - the tool's own guard is not overridden: mkfs.ext4 without -F, mkfs.xfs without
    -f;
  - the device was made in the same function, by losetup, truncate, lvcreate or a
    function that says by its name that it makes or attaches what it is given;
  - it is a file: the name of the variable or its suffix says so. dd and shred count
    only where it says that it is a device;
  - a branch in front depends on something whose name says that the device is to be
    destroyed, or that it is free: force, wipe, overwrite, blank;
  - the function is declared a danger: unguarded sees to its callers;
  - the device is constant, or the arguments come from another function;
  - the package is a program of its own, as installers are, or the file a test.

# Limits

  - mke2fs asks only where it talks to a terminal; without one it goes on. A call
    without -F is no finding all the same.
  - Every call that is given the device and whose result a branch depends on is
    taken for a look at it, a call that unmounts it, say.
  - lvcreate -y is not listed: what it wipes lies in space that no volume holds.
  - Callers in other packages are not seen, nor are those through interfaces.
    Functions that say by their name that they wipe or format are left to them.

# Rewrite or suppress

Leave the flag out, so that the tool refuses; or look first, and take what cannot
be told for an answer that forbids:

	out, err := exec.Command("blkid", "-p", device).Output()
	if !isBlank(out, err) {
		return fmt.Errorf("%s is not blank", device)
	}

A call that was reviewed and may stay is waived by a comment on its statement, or
in the doc comment of the function; the KIND is the name of the check:

	//leapguard:ok toolforce reason

# Options

None.

# References

  - mkfs.xfs: https://man7.org/linux/man-pages/man8/mkfs.xfs.8.html
  - wipefs: https://man7.org/linux/man-pages/man8/wipefs.8.html
  - CWE-862, Missing Authorization: https://cwe.mitre.org/data/definitions/862.html
*/
package toolforce
