// Package aborts asks a check of which an error must end the path.
package aborts

import (
	"log"

	"example.com/failopen/disks"
)

// Otherwise goes on, since another check permits it.
func Otherwise(disk string) {
	blank, err := disks.Blank(disk)
	if err != nil { // want `^if disks.Blank\(disk\) fails, control goes on to disks.Make\(disk\), a danger of kind format$`
		log.Print(err)
	}
	if blank || disks.Ours(disk) {
		if disks.Ours(disk) {
			disks.Make(disk)
		}
	}
}

func Ended(disk string) error {
	blank, err := disks.Blank(disk)
	if err != nil {
		return err
	}
	if blank || disks.Ours(disk) {
		disks.Make(disk)
	}
	return nil
}

// Unguarded is for another check to report.
func Unguarded(disk string) {
	if _, err := disks.Blank(disk); err != nil {
		log.Print(err)
	}
	disks.Make(disk)
}
