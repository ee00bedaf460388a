// Package verbs uses annotations of packages that hold one each.
package verbs

import (
	"example.com/unguarded/verbs/check"
	"example.com/unguarded/verbs/danger"
	"example.com/unguarded/verbs/flag"
	"example.com/unguarded/verbs/needs"
)

func checked(name string) {
	if check.Idle(name) {
		danger.Wipe(name)
	}
}

// erase destroys a disk.
//
//leapguard:danger disk d
func erase(d *flag.Disk) {}

func flagged(d *flag.Disk) {
	if !d.Busy {
		erase(d)
	}
}

func needed(c needs.Cleaner, name string) {
	if check.Idle(name) {
		c.Clean(name)
		return
	}
	c.Clean(name) // want `the check check.Idle\(name\) at line \d+ refuses on this path`
}
