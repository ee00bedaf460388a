package pki

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed pki/a
var text string // want `embedded from pki/a reaches`

func use() { lib.Config("", text) }
