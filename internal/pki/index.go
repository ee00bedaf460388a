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

	// What is stored to package variables, to the fields of objects, and to the
	// fields of all objects of a type.
	globals map[*ssa.Global][]ssa.Value
	owned   map[ownedField][]ssa.Value
	fields  map[*types.Var][]ssa.Value

	calls map[*ssa.Function][]ssa.CallInstruction // by callee
	funcs []*ssa.Function                         // those that count

	embeds map[*types.Var]*Embed
	texts  map[string]Origin // of constant strings
}

// An ownedField is a field of a struct that is known by its [ownerOf].
type ownedField struct {
	owner ssa.Value
	field int
}

func newIndex(pass *analysis.Pass, embedded map[*types.Var]*Embed) *index {
	x := &index{
		pass:    pass,
		prog:    flow.Of(pass),
		globals: make(map[*ssa.Global][]ssa.Value),
		owned:   make(map[ownedField][]ssa.Value),
		fields:  make(map[*types.Var][]ssa.Value),
		calls:   make(map[*ssa.Function][]ssa.CallInstruction),
		embeds:  embedded,
		texts:   make(map[string]Origin),
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

// counts reports whether an instruction is not of a test: package variables of
// test files are initialised together with the others.
func (x *index) counts(instr ssa.Instruction) bool {
	return instr.Parent().Synthetic == "" || !instr.Pos().IsValid() || !isTestFile(x.pass.Fset, instr.Pos())
}

func (x *index) note(instr ssa.Instruction) {
	if !x.counts(instr) {
		return
	}
	switch instr := instr.(type) {
	case *ssa.Store:
		switch addr := instr.Addr.(type) {
		case *ssa.Global:
			x.globals[addr] = append(x.globals[addr], instr.Val)
		case *ssa.FieldAddr:
			if f, _ := fieldAt(addr.X, addr.Field); f != nil {
				x.fields[f] = append(x.fields[f], instr.Val)
			}
			if owner := ownerOf(addr.X); owner != nil {
				key := ownedField{owner, addr.Field}
				x.owned[key] = append(x.owned[key], instr.Val)
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

// ownerOf returns the variable or object that a pointer points to: one that is
// made in the function, or a package variable or what that points to; else nil.
func ownerOf(ptr ssa.Value) ssa.Value {
	switch v := flow.Resolve(ptr).(type) {
	case *ssa.Alloc, *ssa.Global:
		return v
	case *ssa.UnOp:
		if g, ok := v.X.(*ssa.Global); ok && v.Op == token.MUL {
			return g
		}
	}
	return nil
}

// indexTexts finds where the constant strings of the package stand, and those
// constants of other packages that it uses.
func (x *index) indexTexts() {
	for _, file := range x.pass.Files {
		if isTestFile(x.pass.Fset, file.FileStart) {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.Ident, *ast.SelectorExpr:
				x.foreignText(n.(ast.Expr))
			case *ast.BasicLit, *ast.BinaryExpr:
				if text, ok := x.constText(n.(ast.Expr)); ok {
					x.noteText(text, Origin{Pos: n.Pos(), End: headEnd(n.(ast.Expr))})
					return false
				}
			}
			return true
		})
	}
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
