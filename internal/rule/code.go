package rule

import (
	"go/ast"
	"go/token"
	"go/types"
)

// Code is the code of the modules under analysis, for a check that must know more
// about a finding than one package tells. It is looked at only where Holds asks.
type Code interface {
	// Closed reports whether other modules will not use what a package exports.
	Closed(pkg string) bool
	// Declares reports whether an interface has a method of a name.
	Declares(method string) bool
	// Package returns a package of the modules without its tests, or nil.
	Package(path string) *Source
	// Using returns the packages, without their tests, that hold one of some words, and
	// are or import a package, be it through others.
	Using(pkg string, words ...string) []*Source
}

// A Source is a package that was type-checked in full. What is wrong with it is
// left out of Info.
type Source struct {
	Fset  *token.FileSet
	Files []*ast.File
	Info  *types.Info
}
