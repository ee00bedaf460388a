package pki

import (
	"go/token"
	"go/version"

	"golang.org/x/tools/go/analysis"
)

// surelyRandom is the first version of Go of which the generator of random
// numbers ends the process where there are none, instead of returning an error.
const surelyRandom = "go1.24"

// RandomFails reports whether the file at pos may be built with a version of Go
// in which drawing random numbers can fail.
func RandomFails(pass *analysis.Pass, pos token.Pos) bool {
	have := pass.Pkg.GoVersion()
	for _, file := range pass.Files {
		if file.FileStart <= pos && pos <= file.FileEnd && pass.TypesInfo.FileVersions[file] != "" {
			have = pass.TypesInfo.FileVersions[file]
		}
	}
	return !version.IsValid(have) || version.Compare(have, surelyRandom) < 0
}
