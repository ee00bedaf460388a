// Package check asks.
package check

// Idle tells whether nobody uses a disk.
//
//leapguard:check disk name when=true
func Idle(name string) bool { return name != "" }
