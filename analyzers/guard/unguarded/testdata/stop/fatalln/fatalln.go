// Package fatalln ends the process.
package fatalln

import "log"

// Because ends the process.
func Because(reason string) { log.Fatalln(reason) }
