package ided25519

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed id_ed25519
var text string // want `embedded from id_ed25519 reaches`

func use() { lib.Config("", text) }
