package pki

import (
	"go/ast"
	"go/constant"
	"go/token"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

func isTestFile(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(fset.Position(pos).Filename, "_test.go")
}

// hasWord reports whether one of the words of a name or path is in a set.
func hasWord(name string, words map[string]bool) bool {
	return slices.ContainsFunc(syntax.Words(name), func(word string) bool { return words[word] })
}

// trialWords are the words in names of switches that are on in development, in
// tests and in demonstrations only, and the names of such environments.
var trialWords = map[string]bool{
	"dev": true, "devel": true, "development": true, "devmode": true, "demo": true, "test": true, "testing": true,
}

// forTrial reports whether control reaches a block only where a switch for
// development, tests or demonstrations is on.
func forTrial(block *ssa.BasicBlock) bool {
	return slices.ContainsFunc(flow.ConditionsAt(block), isTrial)
}

// ForTrial reports whether control reaches a block only where a switch for
// development, tests or demonstrations is on, be it one that a function tells.
func ForTrial(block *ssa.BasicBlock) bool {
	return slices.ContainsFunc(flow.ConditionsAt(block), func(cond flow.Cond) bool {
		if call, ok := cond.X.(*ssa.Call); ok {
			return asksTrial(call, cond)
		}
		return isTrial(cond)
	})
}

// asksTrial reports whether a condition is the answer of a function such as IsProd
// that tells where the program runs, or a variable of the environment that names it.
func asksTrial(call *ssa.Call, cond flow.Cond) bool {
	_, answer, equal, ok := cond.ConstTest()
	if !ok || answer.Kind() != constant.Bool {
		return isTrial(cond)
	}
	fn := flow.Callee(call)
	if fn == nil {
		return false
	}
	asks, what := syntax.Words(fn.Name()), earnestWords
	if constant.BoolVal(answer) == equal {
		what = trialWords
	}
	return len(asks) > 1 && (asks[0] == "is" || asks[0] == "in") && slices.ContainsFunc(asks[1:], func(word string) bool { return what[word] })
}

// forTrialEdge is forTrial for the edge between two blocks.
func forTrialEdge(from, to *ssa.BasicBlock) bool {
	return forTrial(from) || slices.ContainsFunc(flow.EdgeConditions(from, to), isTrial)
}

// earnestWords are the words in names of switches that are off then.
var earnestWords = map[string]bool{"prod": true, "production": true}

func isTrial(cond flow.Cond) bool {
	for _, side := range [2][2]ssa.Value{{cond.X, cond.Y}, {cond.Y, cond.X}} {
		c, ok := side[1].(*ssa.Const)
		if !ok || c.Value == nil {
			continue
		}
		switch c.Value.Kind() {
		case constant.Bool:
			words := trialWords
			if constant.BoolVal(c.Value) == (cond.Op == token.NEQ) {
				words = earnestWords
			}
			if path, ok := flow.PathOf(side[0]); ok && hasWord(path.String(), words) {
				return true
			}
		case constant.String:
			words := map[token.Token]map[string]bool{token.EQL: trialWords, token.NEQ: earnestWords}[cond.Op]
			if words[strings.ToLower(constant.StringVal(c.Value))] {
				return true
			}
		}
	}
	return false
}

// forTests reports whether a function stands in a test file or, by its name or
// that of the function or variable around it, exists for tests.
func forTests(pass *analysis.Pass, fn *ssa.Function) bool {
	pos := fn.Pos()
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	if fn.Synthetic == "package initializer" {
		return initializesTest(pass, pos)
	}
	return isTestFile(pass.Fset, fn.Pos()) || rule.NamesTest(fn.Name())
}

// CreatesForTests reports whether a function that creates certificates exists
// for tests: it stands in a test file, or its name, that of the function around
// it or that of its file has such a word. Fixtures do not count: servers keep
// what they create as such.
func CreatesForTests(pass *analysis.Pass, fn *ssa.Function) bool {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	if !fn.Pos().IsValid() {
		return false
	}
	file := filepath.Base(pass.Fset.Position(fn.Pos()).Filename)
	return isTestFile(pass.Fset, fn.Pos()) || rule.NamesTestCode(file) || rule.NamesTestCode(fn.Name())
}

// initializesTest reports whether a function literal at pos is part of the value
// of a package variable that, by its name, exists for tests.
func initializesTest(pass *analysis.Pass, pos token.Pos) bool {
	for _, file := range pass.Files {
		if pos < file.FileStart || file.FileEnd < pos {
			continue
		}
		for _, decl := range file.Decls {
			gen, ok := decl.(*ast.GenDecl)
			if !ok || gen.Tok != token.VAR || pos < gen.Pos() || gen.End() < pos {
				continue
			}
			for _, spec := range gen.Specs {
				if spec, ok := spec.(*ast.ValueSpec); ok && spec.Pos() <= pos && pos < spec.End() && rule.NamesTest(spec.Names[0].Name) {
					return true
				}
			}
		}
	}
	return false
}
