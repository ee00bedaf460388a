package tls

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed tls/a
var text string // want `embedded from tls/a reaches`

func use() { lib.Config("", text) }
