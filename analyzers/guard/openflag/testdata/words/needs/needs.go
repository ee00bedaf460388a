// Package needs leaves it to its importers.
package needs

import "os"

// A Cleaner cleans.
type Cleaner interface {
	// Clean cleans a disk.
	//
	//leapguard:needs disk name
	Clean(name string)
}

func clean(c Cleaner, name string) {
	if os.Getenv("ENV") != "prod" { // want `where ENV is not set`
		c.Clean(name)
	}
}
