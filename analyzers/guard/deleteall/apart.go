package deleteall

import (
	"go/ast"
	"path"
	"regexp"
	"strings"
)

// setting matches elements of paths of code that converts databases, or tests.
var setting = regexp.MustCompile(`(?i)migrat|goose|atlas|flyway|^(?:tests?|testing|testutils?|testhelpers?|e2e|integration|fixtures?|seed(?:s|er|ers)?)$`)

// apart reports whether a node stands in code that converts databases, or tests:
// where an element of the path of its package, the name of its file or one of the
// file's imports says so.
func (c *check) apart(n ast.Node) bool {
	file := c.pass.FileOf(n.Pos())
	if c.files == nil {
		c.files = make(map[*ast.File]bool)
	}
	is, ok := c.files[file]
	if !ok {
		is = c.isApart(file)
		c.files[file] = is
	}
	return is
}

func (c *check) isApart(file *ast.File) bool {
	name := path.Base(strings.ReplaceAll(c.pass.Fset.Position(file.Package).Filename, `\`, "/"))
	if set(c.pass.Pkg.Path()) || setting.MatchString(strings.TrimSuffix(name, ".go")) {
		return true
	}
	for _, spec := range file.Imports {
		if set(strings.Trim(spec.Path.Value, "`\"")) {
			return true
		}
	}
	return false
}

func set(importPath string) bool {
	for element := range strings.SplitSeq(importPath, "/") {
		if setting.MatchString(element) {
			return true
		}
	}
	return false
}
