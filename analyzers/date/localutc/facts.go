package localutc

import (
	"go/types"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// LocalAsUTC is a fact about a function that returns a local date in UTC.
type LocalAsUTC struct {
	Example string // the end of a sentence that tells when it is another time
}

// AFact marks the type as a fact.
func (*LocalAsUTC) AFact() {}

func (f *LocalAsUTC) String() string { return "localAsUTC" }

// export leaves a fact about an exported function that returns nothing but the
// date that a call makes.
func (c *check) export(call *ssa.Call, example string) {
	fn := call.Parent()
	obj, ok := fn.Object().(*types.Func)
	if !ok || !obj.Exported() {
		return
	}
	returns := 0
	for _, block := range fn.Blocks {
		ret, ok := block.Instrs[len(block.Instrs)-1].(*ssa.Return)
		if !ok {
			continue
		}
		if len(ret.Results) != 1 || flow.Resolve(ret.Results[0]) != call {
			return
		}
		returns++
	}
	if returns > 0 {
		c.pass.ExportObjectFact(obj.Origin(), &LocalAsUTC{example})
	}
}

// imported reports calls of functions of other packages that return a local
// date in UTC, if the result is compared with an instant.
func (c *check) imported() {
	found := make(map[*types.Func]*LocalAsUTC)
	for _, f := range c.pass.AllObjectFacts() {
		fact, ok := f.Fact.(*LocalAsUTC)
		if fn, isFunc := f.Object.(*types.Func); ok && isFunc && fn.Pkg() != c.pass.Pkg {
			found[fn] = fact
		}
	}
	if len(found) == 0 {
		return
	}
	for _, fn := range flow.Of(c.pass.Pass).Funcs() {
		for instr, callee := range flow.Calls(fn) {
			call, ok := instr.(*ssa.Call)
			if fact := found[callee]; ok && fact != nil {
				c.report(call, fact.Example, c.use(call, false))
			}
		}
	}
}
