// Package needs leaves it to its importers.
package needs

// A Cleaner cleans disks.
type Cleaner interface {
	// Clean cleans a disk.
	//
	//leapguard:needs disk name
	Clean(name string)
}
