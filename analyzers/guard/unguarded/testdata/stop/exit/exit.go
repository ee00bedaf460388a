// Package exit ends the process.
package exit

import "os"

// Because ends the process.
func Because(reason string) { os.Exit(1) }
