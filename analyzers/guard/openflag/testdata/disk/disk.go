// Package disk wipes disks.
package disk

// A Disk is a disk.
type Disk struct {
	Name string
	// Free disks hold nothing.
	Free bool //leapguard:flag disk when=true
}

// Wipe destroys a disk.
//
//leapguard:danger disk d
func Wipe(d *Disk) {}

// Reset destroys the database.
//
//leapguard:danger database any
func Reset() {}

// Purge destroys everything.
//
//leapguard:danger purge any
func Purge() {}
