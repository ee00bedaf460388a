package template

import (
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// ForChallenge reports whether a certificate, by the name of a function or file
// that creates it or fills its template, answers a challenge: whoever asked looks
// at it once, and then at nothing but names and extensions.
func (c *Creation) ForChallenge() bool {
	if c.pkg.answers(c.Call.Parent()) {
		return true
	}
	for frame := c.Template.Frame; frame != nil; frame = frame.Outer {
		if c.pkg.answers(frame.Call.Parent()) {
			return true
		}
	}
	for _, field := range reaching {
		for _, s := range c.Field(field) {
			if s.Instr != nil && c.pkg.answers(s.Instr.Parent()) {
				return true
			}
		}
	}
	return false
}

// answers reports whether the name of a function, of the one around it, or of its
// file is about challenges.
func (p *Package) answers(fn *ssa.Function) bool {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	file := filepath.Base(p.pass.Fset.Position(fn.Pos()).Filename)
	return ofChallenge(fn.Name()) || fn.Pos().IsValid() && ofChallenge(file)
}

func ofChallenge(name string) bool {
	name = strings.ToLower(name)
	return strings.Contains(name, "challenge") || strings.Contains(name, "alpn")
}
