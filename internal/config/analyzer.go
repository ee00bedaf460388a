package config

import (
	"go/ast"
	"go/build"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"
)

// Analyzer hands the configuration to every check, which all require it. Its
// result is a *[Config].
//
// leapguard's own driver supplies the result itself. Elsewhere (go vet, nogo,
// analysistest) the analyzer reads the file of the module that holds the
// package, or the one its flag "file" names.
var Analyzer = newAnalyzer()

func newAnalyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "leapguardconfig",
		Doc:        "hands the configuration to the checks of leapguard",
		URL:        "https://github.com/leapguard/leapguard/blob/main/docs/configuration.md",
		ResultType: reflect.TypeFor[*Config](),
	}
	file := a.Flags.String("file", "", "configuration `file` (default: "+FileName+" beside go.mod)")
	a.Run = func(pass *analysis.Pass) (any, error) {
		if outside(pass) {
			return &Config{Outside: true}, nil
		}
		name := *file
		for _, f := range pass.Files {
			if name == "" { // cgo's generated files lie elsewhere
				name = Find(filepath.Dir(pass.Fset.Position(f.FileStart).Filename))
			}
		}
		if name == "" {
			return new(Config), nil
		}
		return Load(name)
	}
	return a
}

// outside reports whether a package belongs to GOROOT, the module cache, a
// vendor directory or Bazel's external repositories.
func outside(pass *analysis.Pass) bool {
	return slices.ContainsFunc(pass.Files, func(f *ast.File) bool {
		return outsideFile(pass.Fset.Position(f.FileStart).Filename)
	})
}

// execroot matches the names of files in Bazel's external repositories.
var execroot = regexp.MustCompile(`(^|/execroot/[^/]+/)external/`)

func outsideFile(filename string) bool {
	name := filepath.ToSlash(filename)
	goroot := filepath.ToSlash(build.Default.GOROOT)
	return goroot != "" && strings.HasPrefix(name, goroot+"/src/") ||
		strings.Contains(name, "/vendor/") ||
		strings.Contains(name, "@v") && moduleCache.MatchString(name) ||
		execroot.MatchString(name)
}

// moduleCache matches the names of files in the module cache, where the
// directory of a module ends in "@version".
var moduleCache = regexp.MustCompile(`/[^/]+@v\d+\.[^/]*/`)
