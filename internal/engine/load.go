package engine

import (
	"context"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"go/types"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/tools/go/packages"
)

// loading is the state of a unit's types.
type loading struct {
	once  sync.Once
	types *types.Package
	c     *types.Package // package C of a dependency that uses cgo, see fake
	// For targets only, until the checks have run:
	syntax []*ast.File
	info   *types.Info
	errs   []error
	tests  []error // what is wrong with test files that were left out
}

// A loader type-checks units from source, targets in full and dependencies
// without function bodies, each at most once.
type loader struct {
	ctx  context.Context
	g    *graph
	fset *token.FileSet
	read readFunc
	cpu  semaphore
	cgo  *cgoFiles

	flawed atomic.Bool // some package does not type-check
}

// A semaphore bounds the work that is done at a time.
type semaphore chan struct{}

func (s semaphore) acquire() { s <- struct{}{} }
func (s semaphore) release() { <-s }

// imports type-checks the declarations of everything that u imports, in
// parallel along the import graph.
func (l *loader) imports(u *unit) {
	var wg sync.WaitGroup
	for _, imp := range u.Imports {
		wg.Go(func() { l.dependency(l.g.units[imp]) })
	}
	wg.Wait()
}

// dependency makes sure that the declarations of u are type-checked.
func (l *loader) dependency(u *unit) {
	u.load.once.Do(func() {
		l.imports(u)
		l.cpu.acquire()
		defer l.cpu.release()
		if l.ctx.Err() == nil {
			l.check(u, false)
		} else {
			u.load.types = types.NewPackage(u.PkgPath, u.Name)
		}
	})
}

// target type-checks u in full, without its tests if nothing else is wrong. The
// caller holds the semaphore and has called imports.
func (l *loader) target(u *unit) {
	u.load.once.Do(func() {
		l.check(u, true)
		if errs := u.load.errs; u.ForTest == u.PkgPath && len(errs) > 0 && !slices.ContainsFunc(errs, notInTest) {
			u.load.errs, u.load.tests = nil, errs
			l.check(u, true)
		}
	})
}

// notInTest reports whether an error is not one of the type checker about a test
// file.
func notInTest(err error) bool {
	var typeErr types.Error
	return !errors.As(err, &typeErr) || !isTestFile(typeErr.Fset.Position(typeErr.Pos).Filename)
}

func (l *loader) check(u *unit, full bool) {
	if u.PkgPath == "unsafe" {
		u.load.types = types.Unsafe
		return
	}
	files, fakeC := u.GoFiles, false
	if len(u.load.tests) > 0 {
		files = slices.DeleteFunc(slices.Clone(files), isTestFile)
	}
	if u.usesCgo() && full {
		var err error
		if files, fakeC, err = l.cgo.files(l.ctx, u); err != nil {
			u.load.errs = append(u.load.errs, err)
		}
	}
	syntax := l.parse(u, files, full)
	if u.usesCgo() && !full {
		u.load.c = fake(syntax)
	}
	broken := len(u.load.errs) > 0
	cfg := &types.Config{
		Importer:         importer{l, u},
		Sizes:            u.TypesSizes,
		GoVersion:        goVersion(u.Package),
		IgnoreFuncBodies: !full,
		FakeImportC:      fakeC,
		Error: func(err error) {
			l.flawed.Store(true)
			if full && !broken { // or it may only follow from the syntax errors
				u.load.errs = append(u.load.errs, err)
			}
		},
	}
	var info *types.Info
	if full {
		info = newInfo()
	}
	// Errors were collected above; the package is usable all the same.
	pkg, _ := cfg.Check(u.PkgPath, l.fset, syntax, info)
	u.load.types = pkg
	if full {
		u.load.syntax, u.load.info = syntax, info
		if len(u.load.errs) == 0 && l.flawed.Load() {
			if err := invalidUse(l.fset, pkg, info); err != nil {
				u.load.errs = append(u.load.errs, err)
			}
		}
	}
}

func newInfo() *types.Info {
	return &types.Info{
		Types:        make(map[ast.Expr]types.TypeAndValue),
		Instances:    make(map[*ast.Ident]types.Instance),
		Defs:         make(map[*ast.Ident]types.Object),
		Uses:         make(map[*ast.Ident]types.Object),
		Implicits:    make(map[ast.Node]types.Object),
		Selections:   make(map[*ast.SelectorExpr]*types.Selection),
		Scopes:       make(map[ast.Node]*types.Scope),
		FileVersions: make(map[*ast.File]string),
	}
}

// parse reads and parses the files of a unit. Syntax errors are kept, and what
// could be parsed is returned.
func (l *loader) parse(u *unit, files []string, full bool) []*ast.File {
	var out []*ast.File
	for _, name := range files {
		src, err := l.read(name)
		if err != nil {
			u.load.errs = append(u.load.errs, err)
			continue
		}
		mode := parser.SkipObjectResolution
		if full {
			mode |= parser.ParseComments
		} else {
			blankBodies(src)
		}
		f, err := parser.ParseFile(l.fset, name, src, mode)
		if err != nil && full {
			u.load.errs = append(u.load.errs, err)
		}
		if f != nil {
			out = append(out, f)
			if !full {
				blankValues(f)
			}
			if u.index < 0 && !u.recompile && !full {
				// Nothing is said about lines outside the module, and their
				// table would be a tenth of all memory.
				l.fset.File(f.FileStart).SetLines([]int{0})
			}
		}
	}
	return out
}

// checkSyntax parses the files of a package that holds nothing of interest, so
// that a broken one is not passed over in silence. It costs a few per cent of a
// run.
func checkSyntax(u *unit, read readFunc) {
	fset := token.NewFileSet()
	for _, name := range u.GoFiles {
		src, err := read(name)
		if err == nil {
			_, err = parser.ParseFile(fset, name, src, parser.SkipObjectResolution)
		}
		if err != nil {
			u.load.errs = append(u.load.errs, err)
		}
	}
}

// release drops what only the checks needed.
func (l *loading) release() { l.syntax, l.info = nil, nil }

// goVersion returns the language version of a package for go/types.
func goVersion(p *packages.Package) string {
	if p.Module == nil || p.Module.GoVersion == "" {
		return ""
	}
	return "go" + p.Module.GoVersion
}

// An importer resolves the imports of one unit, vendored paths and test
// variants included.
type importer struct {
	l *loader
	u *unit
}

func (imp importer) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if path == "C" && imp.u.load.c != nil {
		return imp.u.load.c, nil
	}
	p := imp.u.Imports[path]
	if p == nil {
		return nil, fmt.Errorf("package %s was not found", path)
	}
	dep := imp.l.g.units[p]
	imp.l.dependencyLoaded(dep)
	if dep.load.types == nil || len(dep.GoFiles) == 0 {
		return nil, errors.New(missing(dep))
	}
	return dep.load.types, nil
}

// dependencyLoaded loads a package that only cgo's generated files import.
func (l *loader) dependencyLoaded(u *unit) {
	if u.load.types == nil {
		u.load.once.Do(func() { l.check(u, false) })
	}
}

// missing tells why a package has no files.
func missing(u *unit) string {
	if len(u.Errors) > 0 {
		return u.Errors[0].Msg
	}
	return fmt.Sprintf("package %s has no Go files", u.PkgPath)
}

// flawed reports whether the go command found something wrong that keeps a unit
// from being type-checked. A file that is to be embedded and not there, as the
// pages of a web server that nobody has built yet, does not, nor does what a test
// file of the package imports.
func (u *unit) flawed() bool {
	return slices.ContainsFunc(u.Errors, func(e packages.Error) bool {
		file, _, _ := strings.Cut(e.Pos, ":")
		return !missingEmbed.MatchString(e.Msg) && !(u.ForTest == u.PkgPath && isTestFile(file))
	})
}

// missingEmbed is how the go command says that there is nothing to embed.
var missingEmbed = regexp.MustCompile(`^pattern .*: (no matching files found|cannot embed directory .*: contains no embeddable files)$`)

// problems lists what the go command and the type checker found wrong with a
// unit, the first few of each.
func (u *unit) problems() []PackageError {
	const most = 3
	var out []PackageError
	partial := !u.flawed() && len(u.load.errs) == 0
	tests := len(u.load.tests) > 0 && len(u.load.errs) == 0
	add := func(pos, msg string) {
		msg = strings.ReplaceAll(msg, "\n\t", " ") // "to add it:\n\tgo get ..."
		if e := (PackageError{u.PkgPath, pos, msg, partial && !tests, tests}); len(out) < most && !slices.Contains(out, e) {
			out = append(out, e)
		}
	}
	for _, e := range u.Errors {
		add(strings.TrimPrefix(e.Pos, "-"), strings.TrimSpace(e.Msg))
	}
	for _, err := range slices.Concat(u.load.errs, u.load.tests) {
		var list scanner.ErrorList
		var typeErr types.Error
		switch {
		case errors.As(err, &list):
			for _, e := range list {
				add(e.Pos.String(), e.Msg)
			}
		case errors.As(err, &typeErr):
			if !typeErr.Soft || len(out) == 0 {
				add(typeErr.Fset.Position(typeErr.Pos).String(), typeErr.Msg)
			}
		default:
			add("", err.Error())
		}
	}
	return out
}
