package pki

import (
	"go/ast"
	"go/constant"
	"go/token"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

func isTestFile(fset *token.FileSet, pos token.Pos) bool {
	return strings.HasSuffix(fset.Position(pos).Filename, "_test.go")
}

// testWords are the words in names of packages, directories and functions that
// exist for tests.
var testWords = map[string]bool{
	"test": true, "tests": true, "testing": true, "testdata": true, "testutil": true, "testutils": true,
	"e2e": true, "selftest": true, "selftests": true, "kat": true, "kats": true, // known-answer tests
	"fake": true, "fakes": true, "mock": true, "mocks": true, "fixture": true, "fixtures": true,
}

// ForTests reports whether a package exists for tests: its name or its path
// within the module says so, or it imports "testing" outside of test files.
// Directories named testdata do not count: who names a package there means it.
func ForTests(pass *analysis.Pass) bool {
	path := pass.Pkg.Name()
	if pass.Module != nil {
		path += inRepository(pass.Module.Path) + strings.TrimPrefix(pass.Pkg.Path(), pass.Module.Path)
	}
	for elem := range strings.SplitSeq(path, "/") {
		if elem != "testdata" && (isTestName(elem) || testPackage.MatchString(elem)) {
			return true
		}
	}
	for _, file := range pass.Files {
		if !isTestFile(pass.Fset, file.FileStart) && imports(file, "testing") {
			return true
		}
	}
	return false
}

// inRepository returns the part of a module's path that is a directory within its
// repository, as far as that can be told: a repository may be named as it likes.
func inRepository(module string) string {
	elems := strings.Split(module, "/")
	root := 2
	switch elems[0] {
	case "github.com", "gitlab.com", "bitbucket.org", "codeberg.org":
		root = 3
	}
	if len(elems) <= root || !strings.Contains(elems[0], ".") {
		return ""
	}
	return "/" + strings.Join(elems[root:], "/")
}

// testPackage matches names of packages such as testserver, httptest and
// testcert, but not contest, latest or attestation.
var testPackage = regexp.MustCompile(`^(test[a-z0-9]+|(http|ssh|tls|x509|cert|key|auth|api|db|fs|io|net|grpc|e2e|integration)tests?)$`)

// isTestName reports whether one of the words of a name or path is of tests.
func isTestName(name string) bool { return hasWord(name, testWords) }

// hasWord reports whether one of the words of a name or path is in a set.
func hasWord(name string, words map[string]bool) bool {
	var word strings.Builder
	prev := rune(0)
	for _, r := range name + "/" {
		boundary := !unicode.IsLetter(r) && !unicode.IsDigit(r) || unicode.IsUpper(r) && !unicode.IsUpper(prev)
		if boundary {
			if words[strings.ToLower(word.String())] {
				return true
			}
			word.Reset()
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			word.WriteRune(r)
		}
		prev = r
	}
	return false
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
	return isTestFile(pass.Fset, fn.Pos()) || isTestName(fn.Name())
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
	return isTestFile(pass.Fset, fn.Pos()) || hasWord(file, creatorWords) || hasWord(fn.Name(), creatorWords)
}

// creatorWords are testWords without fixtures.
var creatorWords = map[string]bool{
	"test": true, "tests": true, "testing": true, "testutil": true, "testutils": true,
	"fake": true, "fakes": true, "mock": true, "mocks": true,
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
				if spec, ok := spec.(*ast.ValueSpec); ok && spec.Pos() <= pos && pos < spec.End() && isTestName(spec.Names[0].Name) {
					return true
				}
			}
		}
	}
	return false
}
