// Package danger destroys what it declares.
package danger

// Wipe destroys a disk.
//
//leapguard:danger disk name
func Wipe(name string) {}

func all(names []string) {
	for _, name := range names {
		Wipe(name) // want `Wipe\(name\) is reached`
	}
}
