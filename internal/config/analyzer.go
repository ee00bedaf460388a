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
// package, or the one its flag "file" names; or it reads no file, but the text
// of its flag "text" (golangci-lint).
var Analyzer = newAnalyzer()

func newAnalyzer() *analysis.Analyzer {
	a := &analysis.Analyzer{
		Name:       "leapguardconfig",
		Doc:        "hands the configuration to the checks of leapguard",
		URL:        "https://github.com/leapguard/leapguard/blob/main/docs/configuration.md",
		ResultType: reflect.TypeFor[*Config](),
	}
	file := a.Flags.String("file", "", "configuration `file` (default: "+FileName+" beside go.mod)")
	var text textFlag
	a.Flags.Var(&text, "text", "the configuration itself, in `YAML`, in place of a file")
	fold := a.Flags.Bool("fold", false, "name related positions in the messages, for drivers that print them as findings")
	safe := a.Flags.Bool("safe-fixes", false, "suggest only fixes that are safe, for drivers that apply all")
	a.Run = func(pass *analysis.Pass) (any, error) {
		if outside(pass) {
			return &Config{Outside: true}, nil
		}
		c, err := read(pass, *file, string(text))
		if err != nil {
			return nil, err
		}
		c.Fold, c.SafeFixes = *fold, *safe
		return c, nil
	}
	return a
}

// A textFlag is a configuration that can be parsed. A driver tells what is wrong with
// the value of a flag, but not always what is wrong in a required analyzer.
type textFlag string

func (f *textFlag) String() string { return string(*f) }

func (f *textFlag) Set(text string) error {
	_, err := Parse("text", []byte(text))
	if err == nil {
		*f = textFlag(text)
	}
	return err
}

// read returns the configuration of a package: that of a text, else that of a
// file, else that of the file of the module.
func read(pass *analysis.Pass, name, text string) (*Config, error) {
	if text != "" {
		c, err := Parse("text", []byte(text))
		if err != nil {
			return nil, err
		}
		c.Root = rootOf(pass)
		return c, nil
	}
	if root := rootOf(pass); name == "" && root != "" {
		name = Find(root)
	}
	if name == "" {
		return new(Config), nil
	}
	return Load(name)
}

// rootOf returns the root of the module that holds a package, or "".
func rootOf(pass *analysis.Pass) string {
	for _, f := range pass.Files { // cgo's generated files lie elsewhere
		if root := ModuleRoot(filepath.Dir(pass.Fset.Position(f.FileStart).Filename)); root != "" {
			return root
		}
	}
	return ""
}

// outside reports whether a package belongs to GOROOT, the module cache, a
// vendor directory or Bazel's external repositories.
func outside(pass *analysis.Pass) bool {
	m := pass.Module
	if m != nil && m.Version != "" { // only main modules have none
		return true
	}
	return slices.ContainsFunc(pass.Files, func(f *ast.File) bool {
		name := pass.Fset.PositionFor(f.FileStart, false).Filename
		return outsideFile(name, ModuleRoot(filepath.Dir(name)), m != nil && m.Path != "")
	})
}

// execroot matches the names of files in Bazel's external repositories, and of those
// generated for them.
var execroot = regexp.MustCompile(`(^|/execroot/[^/]+/)(bazel-out/[^/]+/bin/)?external/`)

// outsideFile reports whether a file lies outside of main modules. The root of
// its module, "" if there is none, tells which part of the name speaks of the
// file and which of where somebody keeps the module. Unless the driver says
// that the module is a main one, it may lie in the module cache itself.
func outsideFile(filename, root string, mainModule bool) bool {
	name, goroot := filepath.ToSlash(filename), filepath.ToSlash(build.Default.GOROOT)
	if goroot != "" && strings.HasPrefix(name, goroot+"/src/") {
		return true
	}
	below := strings.TrimPrefix(name, filepath.ToSlash(root))
	if mainModule {
		name = below
	}
	return strings.Contains(below, "/vendor/") ||
		strings.Contains(name, "@v") && moduleCache.MatchString(name) ||
		execroot.MatchString(name)
}

// moduleCache matches the names of files in the module cache, where the
// directory of a module ends in "@version".
var moduleCache = regexp.MustCompile(`/[^/]+@v\d+\.[^/]*/`)
