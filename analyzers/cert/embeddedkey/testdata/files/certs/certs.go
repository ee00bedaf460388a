package certs

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed certs/a
var text string // want `embedded from certs/a reaches`

func use() { lib.Config("", text) }
