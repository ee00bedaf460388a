// Package edge holds what is at the border of what is known.
package edge

import (
	"flag"
	"os"
	"strconv"

	"example.com/openflag/disk"
)

// Several fields, one annotation.
type record struct {
	a, b bool //leapguard:flag record when=false // want `where a was never set` `where b was never set`
}

var force = flag.Bool("force", false, "") // want `--force false sets the flag, which alone lets control come to reset\(\) at line 22`

// The condition stands in the caller, and the danger in reset.
func caller() {
	if *force {
		reset()
	}
}

func reset() { disk.Reset() }

// A parsed variable is no text.
func parsed() {
	off, _ := strconv.ParseBool(os.Getenv("KEEP"))
	if !off {
		disk.Reset()
	}
}

func other() {
	a, b := os.Getenv("A"), os.Getenv("B")
	if a != b {
		disk.Reset()
	}
}
