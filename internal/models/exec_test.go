package models

import (
	"slices"
	"strings"
	"testing"
)

func TestDiskTool(t *testing.T) {
	for _, test := range []struct {
		command string
		device  string // "" where nothing is destroyed
	}{
		{"mkfs.ext4 -F /dev/x", "/dev/x"},
		{"mkfs.ext4 -F -m0 /dev/x", "/dev/x"},
		{"/sbin/mkfs.ext4 -F /dev/x -U uuid", "/dev/x"},
		{"mke2fs -t ext4 -F /dev/x 4096", "/dev/x"},
		{"mkfs.ext3 -Fq /dev/x", "/dev/x"},
		{"mkfs.ext4 /dev/x", ""},
		{"mkfs.ext2 -nF /dev/x", ""},
		{"mkfs.ext4 -L -F /dev/x", "/dev/x"},
		{"mkfs.xfs -f -L data /dev/x", "/dev/x"},
		{"mkfs.xfs /dev/x", ""},
		{"mkfs.xfs -f -N /dev/x", ""},
		{"mkfs.btrfs --force /dev/x", "/dev/x"},
		{"mkfs.btrfs /dev/x", ""},
		{"mkfs.ntfs -F -L label /dev/x", "/dev/x"},
		{"mkfs.ntfs /dev/x", ""},
		{"mkfs.reiserfs -f /dev/x 4096", "/dev/x"},
		{"mkfs.reiserfs /dev/x", ""},
		{"mkfs.%s -f /dev/x", "/dev/x"},
		{"mkfs -t ext4 -F /dev/x", "/dev/x"},
		{"mkfs -t ext4 /dev/x", ""},
		{"wipefs -a /dev/x", "/dev/x"},
		{"wipefs -af /dev/x", "/dev/x"},
		{"wipefs --all --force /dev/x", "/dev/x"},
		{"wipefs --offset=0x52 /dev/x", "/dev/x"},
		{"wipefs /dev/x", ""},
		{"wipefs -a -n /dev/x", ""},
		{"sgdisk --zap-all /dev/x", "/dev/x"},
		{"sgdisk -Z /dev/x", "/dev/x"},
		{"sgdisk --print /dev/x", ""},
		{"parted -s /dev/x mklabel gpt", "/dev/x"},
		{"parted -s /dev/x print", ""},
		{"parted /dev/x mklabel gpt", ""},
		{"blkdiscard -o 0 /dev/x", "/dev/x"},
		{"shred -n 3 /dev/x", "/dev/x"},
		{"shred -u /tmp/x", ""},
		{"dd if=/dev/zero of=/dev/x bs=1M", "of=/dev/x"},
		{"dd if=/dev/x", ""},
		{"pvcreate -ff -y /dev/x", "/dev/x"},
		{"pvcreate /dev/x", ""},
		{"vgcreate -y vg /dev/x", "/dev/x"},
		{"vgcreate vg /dev/x", ""},
		{"mdadm --zero-superblock /dev/x", "/dev/x"},
		{"mdadm --examine /dev/x", ""},
		{"cryptsetup -q luksFormat --type luks2 /dev/x key", "/dev/x"},
		{"cryptsetup luksFormat /dev/x", ""},
		{"cryptsetup -q luksOpen /dev/x name", ""},
		{"zpool create -f tank /dev/x", "/dev/x"},
		{"zpool create tank /dev/x", ""},
		{"zpool export -f tank", ""},
	} {
		words := strings.Fields(test.command)
		tool := DiskToolOf(words[0])
		if tool == nil {
			t.Errorf("%s: nothing is known of it", test.command)
			continue
		}
		got := ""
		if i := tool.DeviceIn(words[1:]); i >= 0 && tool.Destroys(words[1:]) {
			got = words[1+i]
		}
		if got != test.device {
			t.Errorf("%s: destroys %q, want %q", test.command, got, test.device)
		}
	}
	if tool := DiskToolOf("mount"); tool != nil {
		t.Errorf("of a program that is not listed, %+v is known", tool)
	}
}

func TestDiskProbes(t *testing.T) {
	if !ProbesDisk("/sbin/blkid") || ProbesDisk("umount") {
		t.Error("blkid tells what is on a device, umount does not")
	}
	if !MakesDisk("losetup") || MakesDisk("blkid") {
		t.Error("losetup makes a device, blkid does not")
	}
}

// TestExecOrder keeps the table easy to search.
func TestExecOrder(t *testing.T) {
	table, err := exec()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.IsSorted(table.Probes) || !slices.IsSorted(table.Makers) {
		t.Errorf("not in order: %q or %q", table.Probes, table.Makers)
	}
	for _, tool := range table.Tools {
		if !slices.IsSorted(tool.Names) {
			t.Errorf("not in order: %q", tool.Names)
		}
	}
}

func TestParseExecErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"tools: [{name: [a]}]", "x.yaml: yaml: unmarshal errors:\n  line 1: field name not found in type models.DiskTool"},
		{"tools: [{names: [a]}]", `x.yaml: tool 1 has its device at ""`},
		{"tools: [{names: [a, a], device: last}]", "x.yaml: a is listed twice"},
		{"tools: [{names: [a*], device: last}, {names: [a*], device: first}]", "x.yaml: a is listed twice"},
	} {
		if _, err := parseExec("x.yaml", []byte(test.text)); err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.text, err, test.want)
		}
	}
}
