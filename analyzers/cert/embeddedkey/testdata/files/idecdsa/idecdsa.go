package idecdsa

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed id_ecdsa
var text string // want `embedded from id_ecdsa reaches`

func use() { lib.Config("", text) }
