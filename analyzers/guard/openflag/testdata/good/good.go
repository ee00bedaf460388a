// Package good is closed unless somebody opens it.
package good

import (
	"flag"
	"os"

	"example.com/openflag/disk"
)

// A Node is a node.
type Node struct {
	MayWipe bool    //leapguard:flag node when=true
	Lease   *string //leapguard:flag node when=nonnil
	Retired *bool   //leapguard:flag node when=true
	// Held nodes are in use.
	//
	//leapguard:ok held the decoder refuses records without it
	Held bool //leapguard:flag held when=false
}

var (
	force  = flag.Bool("force", false, "")
	dryRun = flag.Bool("dry-run", false, "")
	really = flag.Bool("really", true, "")
)

func checked(d *disk.Disk) {
	if *force && d.Free {
		disk.Wipe(d)
	}
}

func dry() {
	if *dryRun {
		return
	}
	disk.Reset() //leapguard:ok database it is a scratch database
}

func onByDefault() {
	if *really {
		disk.Reset()
	}
}

func inTest() {
	if os.Getenv("ENV") == "test" {
		disk.Reset()
	}
}

func isSet() {
	env := os.Getenv("ENV")
	if env != "" && env != "production" {
		disk.Reset()
	}
}

func lookedUp() {
	env, ok := os.LookupEnv("ENV")
	if !ok || env == "production" {
		return
	}
	disk.Reset()
}

func anySetting() {
	if os.Getenv("ALLOW_RESET") != "" {
		disk.Reset()
	}
}

func harmless() {
	if os.Getenv("ENV") != "production" {
		println("not in production")
	}
}

func waived() {
	if os.Getenv("ENV") != "production" { //leapguard:ok database images set ENV
		disk.Reset()
	}
}
