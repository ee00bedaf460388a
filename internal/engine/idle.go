package engine

import (
	"bytes"
	"go/ast"
	"go/token"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/rule"
)

// relevant leaves out what stands in functions that only tests call, or nobody,
// of a rule that is silent in tests. Only where every package of
// the module is analysed can that be known, and only of exported functions of
// internal packages, which no other module can call; an unexported one that
// nobody calls is a finding of other tools.
func (e *engine) relevant(u *unit, r *rule.Rule, diags []analysis.Diagnostic) []analysis.Diagnostic {
	if !r.SilentInTests || !e.graph.whole || u.usesCgo() || !slices.Contains(strings.Split(u.PkgPath, "/"), "internal") {
		return diags
	}
	idle := make(map[*ast.FuncDecl]bool)
	return slices.DeleteFunc(diags, func(d analysis.Diagnostic) bool {
		fn := u.functionAt(d.Pos)
		if fn == nil || fn.Recv != nil || !fn.Name.IsExported() {
			return false
		}
		out, known := idle[fn]
		if !known {
			out = !e.named(u, fn)
			idle[fn] = out
		}
		return out
	})
}

// functionAt returns the declared function that holds a position.
func (u *unit) functionAt(pos token.Pos) *ast.FuncDecl {
	for _, file := range u.load.syntax {
		for _, decl := range file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok && fn.Pos() <= pos && pos < fn.End() {
				return fn
			}
		}
	}
	return nil
}

// named reports whether the name of a function of u occurs, outside of the
// function and of tests, in the package or in one that imports it, for this
// platform or another. What cannot be read may hold it.
func (e *engine) named(u *unit, fn *ast.FuncDecl) bool {
	from, to := e.fset.PositionFor(fn.Pos(), false), e.fset.PositionFor(fn.End(), false)
	for _, other := range e.graph.candidates {
		if other.PkgPath != u.PkgPath && !other.importsPath(u.PkgPath) {
			continue
		}
		for _, name := range slices.Concat(other.GoFiles, other.IgnoredFiles) {
			if strings.HasSuffix(name, "_test.go") || !strings.HasSuffix(name, ".go") {
				continue
			}
			src, err := e.read(name)
			if err != nil {
				return true
			}
			if name == from.Filename && to.Offset <= len(src) {
				src = slices.Concat(src[:from.Offset], src[to.Offset:])
			}
			if holds(src, fn.Name.Name) {
				return true
			}
		}
	}
	return false
}

// importsPath reports whether a package imports the one with a path itself.
func (u *unit) importsPath(path string) bool {
	for _, imp := range u.Imports {
		if imp.PkgPath == path {
			return true
		}
	}
	return false
}

// holds reports whether a word occurs in a source, as [wordSet.scan] sees it.
func holds(src []byte, word string) bool {
	if !bytes.Contains(src, []byte(word)) {
		return false
	}
	set := make(wordSet)
	set.scan(src, func(w []byte) bool { return string(w) == word })
	return set[word]
}
