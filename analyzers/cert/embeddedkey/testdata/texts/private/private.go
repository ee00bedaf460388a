// Package private holds a key and passes it on.
package private

import "example.com/embeddedkey/lib"

func use() { lib.Config("", text) }
