package pki

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/syntax"
)

// relevant reports whether the package names a sink, holds or embeds a key or a
// certificate, keeps one that it loads, or uses an object that does. Others need
// no SSA.
func relevant(pass *analysis.Pass, embedded map[*types.Var]*Embed) bool {
	known := make(map[types.Object]bool)
	for id, obj := range pass.TypesInfo.Uses {
		if obj.Pkg() == nil || obj.Pkg() == pass.Pkg {
			continue
		}
		concerned, seen := known[obj]
		if !seen {
			concerned = concerns(pass, obj)
			known[obj] = concerned
		}
		if concerned && !isTestFile(pass.Fset, id.Pos()) {
			return true
		}
	}
	for _, e := range embedded {
		if len(e.contents()) > 0 {
			return true
		}
	}
	return holdsText(pass) || keepsLoaded(pass)
}

// concerns reports whether an object of another package uses or holds keys or
// certificates.
func concerns(pass *analysis.Pass, obj types.Object) bool {
	switch obj := obj.(type) {
	case *types.Func:
		if isSinkFunc(obj) || pass.ImportObjectFact(obj, new(Reaches)) {
			return true
		}
	case *types.Var:
		if isSinkField(obj) {
			return true
		}
	}
	return pass.ImportObjectFact(obj, new(Holds))
}

// isSinkFunc reports whether a function is in the table and about keys and
// certificates alone. Servers, clients and pools are common, and most of their
// certificates come from files: these count only beside one that does not.
func isSinkFunc(fn *types.Func) bool {
	return slices.ContainsFunc(sinkTable[flow.Name(fn)], func(s *Sink) bool { return s.Kind <= Certificate })
}

// holdsText reports whether a literal of the package has the marks of a PEM
// block, or of what is encoded in base64, hexadecimal or bytes.
func holdsText(pass *analysis.Pass) bool {
	for _, file := range pass.Files {
		if isTestFile(pass.Fset, file.FileStart) {
			continue
		}
		for _, n := range syntax.NodesOf(pass, file) {
			switch n := n.(type) {
			case *ast.BasicLit:
				if hasMark(n.Value) {
					return true
				}
			case *ast.CompositeLit:
				if len(n.Elts) >= minText && startsDER(n.Elts) {
					return true
				}
			}
		}
	}
	return false
}

// hasMark reports whether a literal has the marks of a PEM block or of a code.
func hasMark(literal string) bool {
	return strings.Contains(literal, "-----BEGIN ") && pemMark.MatchString(literal) || codeMark.MatchString(literal)
}

var pemMark = regexp.MustCompile(`-----BEGIN [A-Z ]*(PRIVATE KEY|CERTIFICATE)-----`)

// codeMark matches the beginning of a literal with a PEM block in base64, or
// with DER of 128 bytes or more in base64 or hexadecimal.
var codeMark = regexp.MustCompile("^[\"`]\\s*(LS0tLS1CRUdJTi|MI[E-L]|308[12])")

// startsDER reports whether the elements of a literal may be the bytes of a
// sequence of 128 bytes or more.
func startsDER(elems []ast.Expr) bool {
	first, ok1 := elems[0].(*ast.BasicLit)
	second, ok2 := elems[1].(*ast.BasicLit)
	return ok1 && ok2 && slices.Contains([]string{"0x30", "48", "060", "0o60", "'0'"}, first.Value) &&
		slices.Contains([]string{"0x81", "0x82", "129", "130"}, second.Value)
}
