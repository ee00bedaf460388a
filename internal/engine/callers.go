package engine

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
)

// callers tells by names which functions of a module something calls. Of two
// functions or methods with one name, whoever calls one may call both.
type callers struct {
	engine  *engine
	byTests bool // tests count
	live    map[token.Position]bool
	files   map[string][]user
}

// A user is a declaration at the top of a file, with the names that it uses.
type user struct {
	unit  *unit
	fn    *ast.FuncDecl // nil if it is no function
	at    token.Position
	names map[string]bool // of functions and variables
	calls map[string]bool // behind a dot, or in texts, where frameworks look for methods
	asks  map[string]bool // methods of interfaces that it declares
}

// mayRun reports whether something may call a function of u: it is a root, or what
// uses its name may run. An unexported function whose name nobody uses is a finding
// of other tools, and taken for one that runs.
func (c *callers) mayRun(u *unit, fn *ast.FuncDecl) bool {
	return c.called(u, fn, c.engine.fset.PositionFor(fn.Pos(), false))
}

func (c *callers) called(u *unit, fn *ast.FuncDecl, at token.Position) bool {
	if live, known := c.live[at]; known {
		return live
	}
	c.live[at] = false // as long as only it calls itself
	users := c.users(u, fn, at)
	c.live[at] = c.isRoot(u, fn) || len(users) == 0 && !fn.Name.IsExported() ||
		slices.ContainsFunc(users, func(by user) bool { return by.fn == nil || c.called(by.unit, by.fn, by.at) })
	return c.live[at]
}

// isRoot reports whether something outside of the module may call a function: it is
// exported, and the package not closed; the linker or C know it, or the runtime. A
// method may be called by templates, encoders and frameworks of other modules, unless
// the module declares an interface for it.
func (c *callers) isRoot(u *unit, fn *ast.FuncDecl) bool {
	switch {
	case directed(fn.Doc), fn.Recv == nil && (fn.Name.Name == "main" || fn.Name.Name == "init"):
		return true
	case !fn.Name.IsExported():
		return false
	}
	return !c.engine.graph.closed(u) || fn.Recv != nil && !c.declared(fn.Name.Name)
}

// declared reports whether an interface of the module has a method of a name.
func (c *callers) declared(method string) bool {
	for _, u := range c.engine.graph.candidates {
		for _, name := range u.sources() {
			if users, ok := c.read(u, name, method); ok && slices.ContainsFunc(users, func(by user) bool { return by.asks[method] }) {
				return true
			}
		}
	}
	return false
}

// users returns the declarations that use the name of a function, other than itself:
// for this platform or another, in its package and, if it is exported, in those that
// import it, or in all for a method. What cannot be read may use it.
func (c *callers) users(u *unit, fn *ast.FuncDecl, at token.Position) []user {
	name, method := fn.Name.Name, fn.Recv != nil
	var out []user
	for _, other := range c.engine.graph.candidates {
		if other != u && !c.byTests && other.helpsTests() {
			continue
		}
		if other.PkgPath != u.PkgPath && !(fn.Name.IsExported() && (method || other.importsPath(u.PkgPath))) {
			continue
		}
		for _, filename := range other.sources() {
			if isTestFile(filename) && !c.byTests {
				continue
			}
			users, ok := c.read(other, filename, name)
			if !ok {
				return []user{{}}
			}
			for _, by := range users {
				if by.at != at && (by.calls[name] || !method && by.names[name]) {
					if isTestFile(filename) {
						by.fn = nil
					}
					out = append(out, by)
				}
			}
		}
	}
	return out
}

// sources returns the Go files of a package, for all platforms.
func (u *unit) sources() []string {
	return slices.DeleteFunc(slices.Concat(u.GoFiles, u.IgnoredFiles), func(name string) bool { return !strings.HasSuffix(name, ".go") })
}

func isTestFile(name string) bool { return strings.HasSuffix(name, "_test.go") }

// importsPath reports whether a package imports the one with a path itself.
func (u *unit) importsPath(path string) bool {
	for _, imp := range u.Imports {
		if imp.PkgPath == path {
			return true
		}
	}
	return false
}

// read returns the declarations of a file if it has a word, and whether it could be
// read.
func (c *callers) read(u *unit, filename, word string) ([]user, bool) {
	src, err := c.engine.read(filename)
	if err != nil {
		return nil, false
	}
	if !holds(src, word) {
		return nil, true
	}
	if users, ok := c.files[filename]; ok {
		return users, users != nil
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, filename, src, parser.ParseComments|parser.SkipObjectResolution)
	if c.files == nil {
		c.files = make(map[string][]user)
	}
	if err != nil {
		c.files[filename] = nil
		return nil, false
	}
	users := make([]user, len(file.Decls))
	for i, decl := range file.Decls {
		users[i] = userOf(u, fset, decl)
	}
	c.files[filename] = users
	return users, true
}

func userOf(u *unit, fset *token.FileSet, decl ast.Decl) user {
	by := user{unit: u, at: fset.Position(decl.Pos()), names: make(map[string]bool), calls: make(map[string]bool), asks: make(map[string]bool)}
	by.fn, _ = decl.(*ast.FuncDecl)
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			if n.Recv != nil {
				by.see(n.Recv)
			}
			by.see(n.Type)
			if n.Body != nil {
				by.see(n.Body)
			}
			return false
		case *ast.InterfaceType:
			for _, method := range n.Methods.List {
				for _, name := range method.Names {
					by.asks[name.Name] = true
				}
			}
			return false
		}
		return by.note(n)
	})
	return by
}

// see notes the names below a node.
func (by *user) see(n ast.Node) { ast.Inspect(n, by.note) }

func (by *user) note(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.SelectorExpr:
		by.calls[n.Sel.Name] = true
	case *ast.Ident:
		by.names[n.Name] = true
	case *ast.BasicLit:
		if n.Kind == token.STRING {
			words := make(wordSet)
			words.add([]byte(n.Value), func([]byte) bool { return true })
			for word := range words {
				by.calls[word] = true
			}
		}
	}
	return true
}

// directed reports whether a comment gives a function to the linker or to C.
func directed(doc *ast.CommentGroup) bool {
	return doc != nil && slices.ContainsFunc(doc.List, func(c *ast.Comment) bool {
		return strings.HasPrefix(c.Text, "//export ") || strings.HasPrefix(c.Text, "//go:linkname ")
	})
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
