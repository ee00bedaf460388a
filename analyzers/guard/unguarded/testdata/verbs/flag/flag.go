// Package flag holds a flag.
package flag

// A Disk may be busy.
type Disk struct {
	Name string
	Busy bool //leapguard:flag disk when=false
}
