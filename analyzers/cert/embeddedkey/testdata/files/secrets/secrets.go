package secrets

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed secrets/a
var text string // want `embedded from secrets/a reaches`

func use() { lib.Config("", text) }
