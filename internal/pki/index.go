package pki

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// minText is the length in bytes below which a text holds neither a key nor a
// certificate.
const minText = 32

// An index holds what is stored where in one package. Functions of tests do
// not count.
type index struct {
	pass *analysis.Pass
	prog *flow.Program

	globals      map[*ssa.Global][]ssa.Value
	globalFields map[globalField][]ssa.Value
	fields       map[*types.Var][]ssa.Value
	calls        map[*ssa.Function][]ssa.CallInstruction
	funcs        []*ssa.Function // those that count

	embeds map[*types.Var]*Embed
	texts  map[string]Origin // of constant strings
}

// A globalField is a field of a package variable of struct type, or of what
// the variable points to.
type globalField struct {
	g     *ssa.Global
	field int
}

func newIndex(pass *analysis.Pass) *index {
	x := &index{
		pass:         pass,
		prog:         flow.Of(pass),
		globals:      make(map[*ssa.Global][]ssa.Value),
		globalFields: make(map[globalField][]ssa.Value),
		fields:       make(map[*types.Var][]ssa.Value),
		calls:        make(map[*ssa.Function][]ssa.CallInstruction),
		embeds:       embeds(pass),
		texts:        make(map[string]Origin),
	}
	for _, fn := range x.prog.Funcs() {
		if forTests(pass, fn) {
			continue
		}
		x.funcs = append(x.funcs, fn)
		for _, block := range fn.Blocks {
			for _, instr := range block.Instrs {
				x.note(instr)
			}
		}
	}
	x.indexTexts()
	return x
}

func (x *index) note(instr ssa.Instruction) {
	switch instr := instr.(type) {
	case *ssa.Store:
		switch addr := instr.Addr.(type) {
		case *ssa.Global:
			x.globals[addr] = append(x.globals[addr], instr.Val)
		case *ssa.FieldAddr:
			if f, _ := fieldAt(addr.X, addr.Field); f != nil {
				x.fields[f] = append(x.fields[f], instr.Val)
			}
			if g := globalBehind(addr.X); g != nil {
				key := globalField{g, addr.Field}
				x.globalFields[key] = append(x.globalFields[key], instr.Val)
			}
		}
	case ssa.CallInstruction:
		if fn := target(instr); fn != nil {
			x.calls[fn] = append(x.calls[fn], instr)
		}
	}
}

// target returns the function that a call calls, for an instance of a generic
// function the generic one.
func target(call ssa.CallInstruction) *ssa.Function {
	fn := flow.Target(call)
	if fn != nil && fn.Origin() != nil {
		return fn.Origin()
	}
	return fn
}

// globalBehind returns the package variable that v is the address of, or that
// holds the pointer v.
func globalBehind(v ssa.Value) *ssa.Global {
	if load, ok := v.(*ssa.UnOp); ok && load.Op == token.MUL {
		v = load.X
	}
	g, _ := v.(*ssa.Global)
	return g
}

// indexTexts finds where the constant strings of the package stand, and those
// constants of other packages that it uses.
func (x *index) indexTexts() {
	for _, file := range x.pass.Files {
		if isTestFile(x.pass.Fset, file.FileStart) {
			continue
		}
		var name string
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				name = n.Names[0].Name
			case *ast.FuncDecl, *ast.AssignStmt, *ast.CompositeLit:
				name = nameOf(n, name)
			case *ast.Ident, *ast.SelectorExpr:
				x.foreignText(n.(ast.Expr))
			case *ast.BasicLit, *ast.BinaryExpr:
				if text, ok := x.constText(n.(ast.Expr)); ok {
					x.noteText(text, Origin{Pos: n.Pos(), End: headEnd(n.(ast.Expr)), Name: name})
					return false
				}
			}
			return true
		})
	}
}

// nameOf returns the name that a node gives to literals in it.
func nameOf(n ast.Node, outer string) string {
	switch n := n.(type) {
	case *ast.FuncDecl:
		return ""
	case *ast.AssignStmt:
		if id, ok := n.Lhs[0].(*ast.Ident); ok && id.Name != "_" {
			return id.Name
		}
		return ""
	}
	return outer
}

func (x *index) noteText(text string, o Origin) {
	if _, ok := x.texts[text]; !ok {
		x.texts[text] = o
	}
}

func (x *index) constText(e ast.Expr) (string, bool) {
	v := x.pass.TypesInfo.Types[e].Value
	if v == nil || v.Kind() != constant.String {
		return "", false
	}
	text := constant.StringVal(v)
	return text, len(text) >= minText
}

// foreignText notes a constant of another package.
func (x *index) foreignText(e ast.Expr) {
	id, ok := e.(*ast.Ident)
	if sel, isSel := e.(*ast.SelectorExpr); isSel {
		id, ok = sel.Sel, true
	}
	if !ok {
		return
	}
	c, ok := x.pass.TypesInfo.Uses[id].(*types.Const)
	if !ok || c.Pkg() == nil || c.Pkg() == x.pass.Pkg || c.Val().Kind() != constant.String {
		return
	}
	if text := constant.StringVal(c.Val()); len(text) >= minText {
		o := originOfObject(c)
		o.Used = x.usedElsewhere(c)
		x.noteText(text, o)
	}
}

// originOf returns where a constant string stands.
func (x *index) originOf(text string) Origin { return x.texts[text] }

// headEnd returns the end of the first line of a string literal: what follows
// may be the body of a key.
func headEnd(e ast.Expr) token.Pos {
	for {
		bin, ok := ast.Unparen(e).(*ast.BinaryExpr)
		if !ok {
			break
		}
		e = bin.X
	}
	lit, ok := ast.Unparen(e).(*ast.BasicLit)
	if !ok {
		return e.End()
	}
	for _, newline := range []string{"\n", `\n`} {
		if i := strings.Index(lit.Value, newline); i > 1 {
			return lit.Pos() + token.Pos(i)
		}
	}
	return lit.Pos() + token.Pos(min(len(lit.Value), minText))
}

// nameAt returns the name of the package variable whose initialiser holds pos.
func (x *index) nameAt(pos token.Pos) string {
	for _, file := range x.pass.Files {
		if pos < file.FileStart || file.FileEnd < pos {
			continue
		}
		for _, decl := range file.Decls {
			gen, ok := decl.(*ast.GenDecl)
			if !ok || pos < gen.Pos() || gen.End() < pos {
				continue
			}
			for _, spec := range gen.Specs {
				if spec, ok := spec.(*ast.ValueSpec); ok && spec.Pos() <= pos && pos < spec.End() {
					return spec.Names[0].Name
				}
			}
		}
	}
	return ""
}
