package certdrop

import (
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// Encoded is a fact about a function: of what it returns, the results with these
// indexes are PEM that the program has encoded itself, or empty beside an error.
// That x509.CreateCertificate has made a certificate does not say that it can be
// parsed: it takes names that are none.
type Encoded struct{ Results []int }

// AFact marks Encoded as a fact.
func (*Encoded) AFact() {}

// Refines says that the fact makes no package worth a look: it silences.
func (*Encoded) Refines() {}

// export exports facts about the functions of a package that encodes anything.
func (c *check) export() {
	if !c.encodes() {
		return
	}
	for _, fn := range c.prog.Funcs() {
		obj, ok := fn.Object().(*types.Func)
		if !ok || !obj.Exported() || fn.Parent() != nil {
			continue
		}
		var fact Encoded
		for i := range fn.Signature.Results().Len() {
			if isText(fn.Signature.Results().At(i).Type()) && c.returnsGood(fn, i, maxSource, beside) {
				fact.Results = append(fact.Results, i)
			}
		}
		if len(fact.Results) > 0 {
			c.pass.ExportObjectFact(obj, &fact)
		}
	}
}

// encodes reports, by the names alone, whether the package encodes PEM.
func (c *check) encodes() bool {
	for _, obj := range c.pass.TypesInfo.Uses {
		if fn, ok := obj.(*types.Func); ok && fn.Pkg() != nil && fn.Pkg().Path() == "encoding/pem" && strings.HasPrefix(fn.Name(), "Encode") {
			return true
		}
	}
	return false
}

// isText reports whether a type is []byte or string.
func isText(t types.Type) bool {
	switch t := t.Underlying().(type) {
	case *types.Slice:
		b, ok := t.Elem().Underlying().(*types.Basic)
		return ok && b.Kind() == types.Byte
	case *types.Basic:
		return t.Kind() == types.String
	}
	return false
}

// returnsGood reports whether a function returns a good text, or none where that
// may be.
func (c *check) returnsGood(fn *ssa.Function, i, depth int, none func(*ssa.Return) bool) bool {
	good := false
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok || block == fn.Recover {
			continue
		}
		if k, ok := flow.Resolve(ret.Results[i]).(*ssa.Const); ok && isZero(k) && none(ret) {
			continue
		}
		if !c.good(ret.Results[i], depth) {
			return false
		}
		good = true
	}
	return good
}

// beside reports whether a function returns an error or the like beside a text.
func beside(ret *ssa.Return) bool { return len(ret.Results) > 1 }

// afterError reports whether a function returns where an error has occurred.
func afterError(ret *ssa.Return) bool {
	return slices.ContainsFunc(flow.ConditionsAt(ret.Block()), func(cond flow.Cond) bool {
		_, isNil, ok := cond.ErrorTest()
		return ok && !isNil
	})
}

// optional reports whether a text is a good one of a function of the package, or
// none, where the caller is not told of the error: the program means to do without.
func (c *check) optional(text ssa.Value) bool {
	call, ok := flow.Resolve(text).(*ssa.Call)
	if !ok {
		return false
	}
	target := flow.Target(call)
	return target != nil && c.returnsGood(target, 0, maxSource, afterError)
}

// isZero reports whether a constant is nil or the empty string.
func isZero(k *ssa.Const) bool { return k.Value == nil || k.Value.ExactString() == `""` }

// returned reports whether a result of a function of this package, or of one with
// a fact, is a good text.
func (c *check) returned(call *ssa.Call, i, depth int) bool {
	if target := flow.Target(call); target != nil && len(target.Blocks) > 0 {
		return c.returnsGood(target, i, depth, beside)
	}
	fn := flow.Callee(call)
	var fact Encoded
	return fn != nil && c.pass.ImportObjectFact(fn.Origin(), &fact) && slices.Contains(fact.Results, i)
}
