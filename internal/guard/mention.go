package guard

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/syntax"
)

// MentionsOff reports whether a call in the package may switch a protection
// off, by its syntax and types. Without that, Unrestored returns nothing.
func (p *Package) MentionsOff() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.restorers()) > 0 && p.concerned() {
		return true
	}
	protections := models.Protections()
	for _, file := range p.pass.Files {
		for _, n := range syntax.NodesOf(p.pass, file) {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				continue
			}
			name := syntax.CalledName(call)
			if slices.ContainsFunc(protections, func(m models.Protection) bool { return p.mentions(&m, name, call) }) {
				return true
			}
		}
	}
	return false
}

func (p *Package) mentions(m *models.Protection, name string, call *ast.CallExpr) bool {
	if m.SQL != nil && models.ExecutesSQL(name) && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		sets, off := m.SQL.Sets(p.textOf(arg))
		return sets && off
	}) {
		return true
	}
	if m.Constants != nil && slices.ContainsFunc(call.Args, func(arg ast.Expr) bool {
		v := p.pass.TypesInfo.Types[arg].Value
		return v != nil && v.Kind() == constant.Int && constant.Compare(v, token.EQL, constant.MakeInt64(m.Constants.Off))
	}) {
		return true
	}
	return slices.ContainsFunc(m.Calls, func(c models.CallSwitch) bool { return strings.HasSuffix(c.Func, "."+name) }) ||
		slices.ContainsFunc(m.Names, func(pair models.NamePair) bool { return pair.Off == name && p.calleeHasSibling(call, pair.On) }) ||
		slices.ContainsFunc(m.Commands, func(c models.CommandFlags) bool {
			return slices.ContainsFunc(call.Args, func(arg ast.Expr) bool { return p.textOf(arg) == c.Tool })
		})
}

func (p *Package) calleeHasSibling(call *ast.CallExpr, name string) bool {
	callee := syntax.Callee(p.pass.TypesInfo, call)
	return callee != nil && hasSibling(callee, name)
}

// textOf returns the text of a string, with %s for what is not constant.
func (p *Package) textOf(e ast.Expr) string {
	if v := p.pass.TypesInfo.Types[e].Value; v != nil {
		if v.Kind() == constant.String {
			return constant.StringVal(v)
		}
		return ""
	}
	if t := p.pass.TypesInfo.TypeOf(e); t == nil || !types.Identical(t.Underlying(), types.Typ[types.String]) {
		return ""
	}
	switch e := ast.Unparen(e).(type) {
	case *ast.BinaryExpr:
		return p.textOf(e.X) + p.textOf(e.Y)
	case *ast.CallExpr:
		if len(e.Args) > 0 && syntax.CalledName(e) == "Sprintf" {
			return p.textOf(e.Args[0])
		}
	}
	return "%s"
}
