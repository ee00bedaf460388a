package crt

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed a.crt
var text string // want `embedded from a\.crt reaches`

func use() { lib.Config("", text) }
