package key

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed a.key
var text string // want `embedded from a\.key reaches`

func use() { lib.Config("", text) }
