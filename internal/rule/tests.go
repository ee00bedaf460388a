package rule

import (
	"go/ast"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/syntax"
)

// A place is where a word says that something exists for tests.
type place uint8

const (
	inName  place = 1 << iota // a word of the name of a package, directory, function or variable
	inCode                    // a word of the name of a function or file that makes something
	inPath                    // an element of the path of a package
	inFront                   // the first element of that path, below the module
)

// testWords are the words of tests. What makes a fixture or data for tests may
// well be a server that keeps what it makes as such.
var testWords = map[string]place{
	"test": inName | inCode | inPath, "tests": inName | inCode | inPath,
	"testutil": inName | inCode | inPath, "testutils": inName | inCode | inPath,
	"testing": inName | inCode, "fake": inName | inCode, "fakes": inName | inCode, "mock": inName | inCode, "mocks": inName | inCode,
	"e2e": inName | inPath, "testdata": inName, "fixture": inName, "fixtures": inName,
	"selftest": inName, "selftests": inName, "kat": inName, "kats": inName, // known-answer tests
	"integration": inFront, "integrationtest": inFront, "integrationtests": inFront,
}

// NamesTest reports whether one of the words of a name or path is of tests.
func NamesTest(name string) bool { return hasTestWord(name, inName) }

// NamesTestCode reports whether one of the words of the name of a function or file
// says that it is for tests, whatever it makes.
func NamesTestCode(name string) bool { return hasTestWord(name, inCode) }

func hasTestWord(name string, where place) bool {
	return slices.ContainsFunc(syntax.Words(name), func(word string) bool { return testWords[word]&where != 0 })
}

// HelpsTests reports whether a package is there for the tests of those who use
// another one, by an element of its path below the module: test, testutil, a name such as mockstore
// or fake, or, by the convention that net/http/httptest follows, the name of the
// package around it with test behind; or because all of it is about integration,
// directly below the module.
func HelpsTests(pkg string) bool {
	module, below, _ := strings.Cut(pkg, "/")
	around, where := strings.TrimPrefix(module, "go-"), inPath|inFront
	for element := range strings.SplitSeq(below, "/") {
		if testWords[element]&where != 0 || strings.HasPrefix(element, "mock") || strings.HasPrefix(element, "fake") || element == around+"test" {
			return true
		}
		around, where = element, inPath
	}
	return false
}

// ForTests reports whether a package exists for tests, in a wider sense than the
// one in which checks are silent in such packages: its name or its path within the
// repository has a word of tests, or it imports "testing" outside of test files.
// What makes or holds keys and certificates there is of no account. Directories
// named testdata do not count: who names a package there means it.
func ForTests(pass *analysis.Pass) bool {
	path := ""
	if pass.Module != nil {
		path = inRepository(pass.Module.Path) + strings.TrimPrefix(pass.Pkg.Path(), pass.Module.Path)
	}
	front, _, _ := strings.Cut(strings.TrimPrefix(path, "/"), "/")
	if testWords[front]&inFront != 0 {
		return true
	}
	for elem := range strings.SplitSeq(pass.Pkg.Name()+path, "/") {
		if elem != "testdata" && (NamesTest(elem) || testPackage.MatchString(elem)) {
			return true
		}
	}
	return slices.ContainsFunc(pass.Files, func(file *ast.File) bool {
		return !strings.HasSuffix(pass.Fset.Position(file.FileStart).Filename, "_test.go") && importsTesting(file)
	})
}

// inRepository returns the part of a module's path that is a directory within its
// repository, as far as that can be told: a repository may be named as it likes.
func inRepository(module string) string {
	elems, root := strings.Split(module, "/"), repositoryDepth(module)
	if len(elems) <= root || !strings.Contains(elems[0], ".") {
		return ""
	}
	return "/" + strings.Join(elems[root:], "/")
}

// testPackage matches names of packages such as testserver, httptest and
// testcert, but not contest, latest or attestation.
var testPackage = regexp.MustCompile(`^(test[a-z0-9]+|(http|ssh|tls|x509|cert|key|auth|api|db|fs|io|net|grpc|e2e|integration)tests?)$`)

// importsTesting reports whether a file imports package testing: then it is there
// for tests, whatever its name.
func importsTesting(file *ast.File) bool {
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool { return spec.Path.Value == `"testing"` })
}
