package pk8

import (
	_ "embed"

	"example.com/embeddedkey/lib"
)

//go:embed a.pk8
var text string // want `embedded from a\.pk8 reaches`

func use() { lib.Config("", text) }
