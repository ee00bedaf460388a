package keys

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed keys/a
var text string // want `embedded from keys/a reaches`

func use() { lib.Config("", text) }
