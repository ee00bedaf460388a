// Package danger declares a danger only.
package danger

import "os"

//leapguard:danger disk name
func wipe(name string) {}

func clean(name string) {
	if os.Getenv("ENV") != "prod" { // want `where ENV is not set`
		wipe(name)
	}
}
