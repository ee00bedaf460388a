package failopen

import (
	"go/ast"
	"go/token"
	"go/types"
	"strconv"
	"strings"

	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

// notFound is the exit status with which blkid says that it found nothing: no
// format, or no device that it could read.
const notFound = "2"

// reportBlank reports where the exit status of blkid for what it cannot tell is
// taken for a blank disk, in a package that formats disks.
func reportBlank(pass *rule.Pass) {
	var current *ast.FuncDecl
	for n := range pass.Nodes() {
		switch n := n.(type) {
		case *ast.FuncDecl:
			current = n
		case *ast.BinaryExpr:
			if current != nil && n.End() <= current.End() && isNotFound(n) && mentions(current, "blkid") && blank(pass, current, n) && formats(pass) {
				pass.Reportf(n, "exit status %s of blkid is taken for a disk without a format, but blkid also ends so if it cannot read the disk", notFound)
			}
		}
	}
}

// isNotFound reports whether an expression compares an exit status with that.
func isNotFound(cmp *ast.BinaryExpr) bool {
	call, ok := ast.Unparen(cmp.X).(*ast.CallExpr)
	lit, isLit := ast.Unparen(cmp.Y).(*ast.BasicLit)
	if !ok || !isLit || cmp.Op != token.EQL || lit.Value != notFound {
		return false
	}
	name := syntax.CalledName(call)
	return name == "ExitStatus" || name == "ExitCode"
}

// mentions reports whether a string that begins with text stands in a node.
func mentions(n ast.Node, text string) bool {
	found := false
	ast.Inspect(n, func(n ast.Node) bool {
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			s, err := strconv.Unquote(lit.Value)
			found = found || err == nil && strings.HasPrefix(s, text)
		}
		return !found
	})
	return found
}

// blank reports whether a function returns an empty string and no error where
// a condition holds.
func blank(pass *rule.Pass, decl *ast.FuncDecl, cond *ast.BinaryExpr) bool {
	found := false
	ast.Inspect(decl, func(n ast.Node) bool {
		branch, ok := n.(*ast.IfStmt)
		if !ok || branch.Cond.Pos() > cond.Pos() || cond.End() > branch.Cond.End() || len(branch.Body.List) == 0 {
			return !found
		}
		ret, ok := branch.Body.List[len(branch.Body.List)-1].(*ast.ReturnStmt)
		found = ok && len(ret.Results) == 2 && isEmpty(pass.TypesInfo, ret.Results[0]) && pass.TypesInfo.Types[ret.Results[1]].IsNil()
		return !found
	})
	return found
}

func isEmpty(info *types.Info, e ast.Expr) bool {
	tv := info.Types[e]
	return tv.Value != nil && tv.Value.ExactString() == `""`
}

// formats reports whether the package makes file systems.
func formats(pass *rule.Pass) bool {
	for _, file := range pass.Files {
		if mentions(file, "mkfs") {
			return true
		}
	}
	return false
}
