package ssl

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed ssl/a
var text string // want `embedded from ssl/a reaches`

func use() { lib.Config("", text) }
