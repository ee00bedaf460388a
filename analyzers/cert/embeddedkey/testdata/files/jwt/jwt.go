package jwt

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed jwt/a
var text string // want `embedded from jwt/a reaches`

func use() { lib.Config("", text) }
