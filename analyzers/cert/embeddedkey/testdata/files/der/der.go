package der

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed a.der
var text string // want `embedded from a\.der reaches`

func use() { lib.Config("", text) }
