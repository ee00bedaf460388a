// Package fatal ends the process.
package fatal

import "log"

// Because ends the process.
func Because(reason string) { log.Fatal(reason) }
