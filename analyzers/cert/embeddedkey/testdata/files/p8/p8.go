package p8

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed a.p8
var text string // want `embedded from a\.p8 reaches`

func use() { lib.Config("", text) }
