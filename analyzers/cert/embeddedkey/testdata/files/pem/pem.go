package pem

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed a.pem
var text string // want `embedded from a\.pem reaches`

func use() { lib.Config("", text) }
