package idrsa

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed id_rsa
var text string // want `embedded from id_rsa reaches`

func use() { lib.Config("", text) }
