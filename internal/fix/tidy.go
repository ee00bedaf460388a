package fix

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/tools/go/ast/astutil"
)

var (
	byteOrderMark = []byte("\ufeff")
	crlf, lf      = []byte("\r\n"), []byte("\n")
)

// tidy formats what edits have made of a file, as gofmt does, and takes out the
// imports that they leave unused. A byte order mark stays, and so does the line
// ending of most lines.
func tidy(before, after []byte) ([]byte, error) {
	windows := 2*bytes.Count(before, crlf) > bytes.Count(before, lf)
	after, marked := bytes.CutPrefix(after, byteOrderMark)
	after = bytes.ReplaceAll(after, crlf, lf)
	after, err := prune(bytes.TrimPrefix(before, byteOrderMark), after)
	if err != nil {
		return nil, err
	}
	if after, err = format.Source(after); err != nil {
		return nil, err
	}
	if windows {
		after = bytes.ReplaceAll(after, lf, crlf)
	}
	if marked {
		after = slices.Concat(byteOrderMark, after)
	}
	return after, nil
}

// prune takes imports out of a file that were used before and are no longer, as far
// as their paths tell by which name. A wrong guess does not compile.
func prune(before, after []byte) ([]byte, error) {
	old, err := parser.ParseFile(token.NewFileSet(), "", before, 0)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "", after, parser.ParseComments)
	if err != nil {
		return nil, err
	}
	used, left := qualifiers(old), qualifiers(file)
	pruned := false
	for _, spec := range slices.Clone(file.Imports) {
		name, importPath := importName(spec)
		if !used[name] || left[name] || importPath == "C" {
			continue
		}
		explicit := ""
		if spec.Name != nil {
			explicit = name
		}
		pruned = astutil.DeleteNamedImport(fset, file, explicit, importPath) || pruned
	}
	file.Decls = slices.DeleteFunc(file.Decls, func(d ast.Decl) bool {
		decl, ok := d.(*ast.GenDecl)
		empty := ok && decl.Tok == token.IMPORT && len(decl.Specs) == 0 && len(old.Imports) > 0
		pruned = pruned || empty
		return empty
	})
	if !pruned {
		return after, nil
	}
	var out bytes.Buffer
	err = format.Node(&out, fset, file)
	return out.Bytes(), err
}

// qualifiers returns the names in a file that may be those of imports: before a dot,
// and not declared within the file.
func qualifiers(file *ast.File) map[string]bool {
	names := make(map[string]bool)
	ast.Inspect(file, func(n ast.Node) bool {
		if sel, ok := n.(*ast.SelectorExpr); ok {
			if id, ok := sel.X.(*ast.Ident); ok && id.Obj == nil {
				names[id.Name] = true
			}
		}
		return true
	})
	return names
}

var majorVersion = regexp.MustCompile(`^v[0-9]+$`)

// importName returns the name of an import, for one without such the name that its
// path suggests, and the path.
func importName(spec *ast.ImportSpec) (name, importPath string) {
	importPath, _ = strconv.Unquote(spec.Path.Value) // the parser has looked at it
	if spec.Name != nil {
		return spec.Name.Name, importPath
	}
	name = path.Base(importPath)
	if dir := path.Dir(importPath); majorVersion.MatchString(name) && dir != "." {
		name = path.Base(dir)
	}
	name = strings.TrimPrefix(name, "go-")
	if i := strings.IndexAny(name, ".-"); i > 0 { // yaml.v3, and where a name cannot go on
		name = name[:i]
	}
	return name, importPath
}
