// Package fatalf ends the process.
package fatalf

import "log"

// Because ends the process.
func Because(reason string) { log.Fatalf("stopped: %s", reason) }
