package pki

import (
	"go/ast"
	"go/token"
	"go/types"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/rule"
)

// maxFile bounds the size in bytes of the embedded files that are read: keys
// and certificates are small, other assets need not be.
const maxFile = 1 << 20

// maxFiles bounds the number of files of one embed.FS that are listed.
const maxFiles = 10000

// An Embed is a package variable with a //go:embed directive.
type Embed struct {
	Var      *types.Var
	dir      string // package directory
	patterns []string
	readFile func(name string) ([]byte, error)
}

// embeds finds the embedded variables of a package. Neither go/analysis nor any
// of its drivers lists them.
func embeds(pass *analysis.Pass) map[*types.Var]*Embed {
	out := make(map[*types.Var]*Embed)
	for _, file := range pass.Files {
		if !imports(file, "embed") {
			continue
		}
		dir := filepath.Dir(pass.Fset.PositionFor(file.FileStart, false).Filename)
		for name, patterns := range directives(file) {
			if v, ok := pass.TypesInfo.Defs[name].(*types.Var); ok {
				out[v] = &Embed{Var: v, dir: dir, patterns: patterns, readFile: reader(pass)}
			}
		}
	}
	return out
}

// reader returns what reads files: the driver's ReadFile, which may know them
// better, and the system's, since the driver's refuses what go list did not name.
func reader(pass *analysis.Pass) func(string) ([]byte, error) {
	return func(name string) ([]byte, error) {
		if pass.ReadFile != nil {
			if text, err := pass.ReadFile(name); err == nil {
				return text, nil
			}
		}
		return os.ReadFile(name)
	}
}

func imports(file *ast.File, importPath string) bool {
	return slices.ContainsFunc(file.Imports, func(spec *ast.ImportSpec) bool {
		p, err := strconv.Unquote(spec.Path.Value)
		return err == nil && p == importPath
	})
}

// directives maps the variables of a file to the patterns of the //go:embed
// lines above them. Only comments and blank lines may stand between.
func directives(file *ast.File) map[*ast.Ident][]string {
	out := make(map[*ast.Ident][]string)
	starts, vars := declStarts(file)
	for _, group := range file.Comments {
		for _, c := range group.List {
			args, ok := embedArgs(c.Text)
			if !ok {
				continue
			}
			next := slices.IndexFunc(starts, func(pos token.Pos) bool { return pos > c.Pos() })
			if next < 0 {
				continue
			}
			if name := vars[starts[next]]; name != nil {
				out[name] = append(out[name], parsePatterns(args)...)
			}
		}
	}
	return out
}

// declStarts returns where the declarations of a file begin, those in
// parentheses singly, in source order, and which of them declare one variable
// without a value.
func declStarts(file *ast.File) ([]token.Pos, map[token.Pos]*ast.Ident) {
	var starts []token.Pos
	vars := make(map[token.Pos]*ast.Ident)
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok {
			starts = append(starts, decl.Pos())
			continue
		}
		if gen.Lparen.IsValid() {
			starts = append(starts, gen.Pos())
		}
		for _, spec := range gen.Specs {
			pos := spec.Pos()
			if !gen.Lparen.IsValid() {
				pos = gen.Pos()
			}
			starts = append(starts, pos)
			if spec, ok := spec.(*ast.ValueSpec); ok && gen.Tok == token.VAR && len(spec.Names) == 1 && len(spec.Values) == 0 {
				vars[pos] = spec.Names[0]
			}
		}
	}
	slices.Sort(starts)
	return starts, vars
}

func embedArgs(comment string) (string, bool) {
	args, ok := strings.CutPrefix(comment, "//go:embed")
	return args, ok && strings.HasPrefix(strings.ReplaceAll(args, "\t", " "), " ")
}

// parsePatterns splits the arguments of a directive: patterns separated by
// blanks, which may be quoted as in Go. It stops at what does not parse.
func parsePatterns(args string) []string {
	var out []string
	for {
		args = strings.TrimLeft(args, " \t")
		if args == "" {
			return out
		}
		if args[0] != '"' && args[0] != '`' {
			word, rest, _ := strings.Cut(strings.ReplaceAll(args, "\t", " "), " ")
			out, args = append(out, word), rest
			continue
		}
		quoted, err := strconv.QuotedPrefix(args)
		if err != nil {
			return out
		}
		word, err := strconv.Unquote(quoted)
		if err != nil {
			return out
		}
		out, args = append(out, word), args[len(quoted):]
	}
}

// Files returns the names of the embedded files relative to the package
// directory, sorted. It is empty where nothing can be listed.
func (e *Embed) Files() []string {
	found := make(map[string]bool)
	for _, pattern := range e.patterns {
		glob, all := strings.CutPrefix(pattern, "all:")
		if glob == "." || !fs.ValidPath(glob) {
			continue
		}
		names, err := fs.Glob(os.DirFS(e.dir), glob)
		if err != nil {
			continue
		}
		for _, name := range names {
			e.add(found, name, all)
		}
	}
	out := make([]string, 0, len(found))
	for name := range found {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// add notes a file that a pattern matches, or the tree below a directory.
func (e *Embed) add(found map[string]bool, name string, all bool) {
	if !e.belongs(name) {
		return
	}
	info, err := os.Lstat(e.filename(name))
	switch {
	case err != nil:
	case info.Mode().IsRegular():
		found[name] = true
	case info.IsDir():
		e.walk(found, name, all)
	}
}

func (e *Embed) walk(found map[string]bool, root string, all bool) {
	// An error is that of one entry, which is not embedded then.
	_ = fs.WalkDir(os.DirFS(e.dir), root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || len(found) >= maxFiles {
			return fs.SkipDir
		}
		hidden := !all && name != root && strings.ContainsAny(entry.Name()[:1], "._")
		switch {
		case entry.IsDir() && (hidden || name != root && !e.belongs(name)):
			return fs.SkipDir
		case !hidden && entry.Type().IsRegular() && e.belongs(name):
			found[name] = true
		}
		return nil
	})
}

// belongs reports whether a file or directory may be embedded: it lies in no
// other module, behind no symbolic link and in no directory of version control.
func (e *Embed) belongs(name string) bool {
	for dir := name; dir != "."; dir = path.Dir(dir) {
		switch path.Base(dir) {
		case ".bzr", ".hg", ".git", ".svn", "vendor":
			return false
		}
		if info, err := os.Lstat(e.filename(dir)); err != nil || dir != name && !info.IsDir() {
			return false
		}
		if _, err := os.Lstat(e.filename(path.Join(dir, "go.mod"))); err == nil {
			return false
		}
	}
	return true
}

// Read returns the content of an embedded file, nil where it cannot be read or
// is too large to be of interest.
func (e *Embed) Read(name string) []byte {
	info, err := os.Lstat(e.filename(name))
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxFile {
		return nil
	}
	text, err := e.readFile(e.filename(name))
	if err != nil {
		return nil
	}
	return text
}

// material returns an embedded file as material of the variable, nil where it
// cannot be read or is for tests.
func (e *Embed) material(file string) *Material {
	if rule.NamesTest(file) {
		return nil
	}
	text := e.Read(file)
	if text == nil {
		return nil
	}
	end := e.Var.Pos() + token.Pos(len(e.Var.Name()))
	return &Material{text, Origin{Pos: e.Var.Pos(), End: end, Name: e.Var.Name(), File: file}}
}

// contents returns the keys and certificates among the files.
func (e *Embed) contents() []Content { return contents(e.holding()) }

// holding returns the files that may hold keys and certificates. In an embed.FS
// only files are read whose names do not speak against it.
func (e *Embed) holding() Set {
	var s Set
	for _, file := range e.Files() {
		switch path.Ext(file) {
		case "", ".pem", ".key", ".crt", ".cer", ".cert", ".der", ".p8", ".pk8":
		default:
			if e.isFS() {
				continue
			}
		}
		if m := e.material(file); m != nil {
			s.material(m)
		}
	}
	return s
}

func (e *Embed) filename(name string) string {
	return filepath.Join(e.dir, filepath.FromSlash(name))
}

// isFS reports whether the variable is an embed.FS.
func (e *Embed) isFS() bool { return isNamed(e.Var.Type(), "embed", "FS") }

func isNamed(t types.Type, pkg, name string) bool {
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == pkg && named.Obj().Name() == name
}
