package weakserial

import (
	"fmt"
	"go/constant"
	"go/token"
	"math/big"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki/template"
)

// number judges an integer that a serial number is made of.
func (j *judge) number(v template.Value) []flaw {
	v = j.resolve(v)
	if j.steps--; j.steps < 0 {
		return nil
	}
	if x, ok := v.V.(*ssa.Convert); ok {
		return j.number(template.Value{V: x.X, Frame: v.Frame})
	}
	if n, ok := j.pkg.Integer(v); ok {
		return j.constant(constant.MakeInt64(n).ExactString())
	}
	switch x := v.V.(type) {
	case *ssa.Phi:
		return j.edges(x, v.Frame, j.number)
	case *ssa.Parameter:
		return j.arguments(x, j.number)
	case *ssa.BinOp:
		return j.operation(x, v.Frame)
	case *ssa.Call:
		return j.drawn(x, v.Frame)
	case *ssa.UnOp:
		if x.Op == token.MUL {
			return j.counted(x)
		}
	}
	return nil
}

// operation judges what is computed of a weak number and a constant, or of two
// weak numbers.
func (j *judge) operation(op *ssa.BinOp, frame *template.Frame) []flaw {
	x, y := template.Value{V: op.X, Frame: frame}, template.Value{V: op.Y, Frame: frame}
	if _, ok := j.pkg.Integer(y); ok {
		flaws := j.number(x)
		for i := range flaws {
			if flaws[i].clock { // in a unit of its own
				flaws[i].says = fmt.Sprintf(tellsTime, "close together")
				flaws[i].fine = flaws[i].fine && (op.Op == token.ADD || op.Op == token.SUB || op.Op == token.XOR || op.Op == token.OR)
			}
		}
		return flaws
	}
	if _, ok := j.pkg.Integer(x); ok {
		return j.number(y)
	}
	a, b := j.apart(x, j.number), j.apart(y, j.number)
	if len(a) == 0 || len(b) == 0 || a[0].number != "" || b[0].number != "" {
		return nil
	}
	return a
}

// drawn judges an integer that a call returns.
func (j *judge) drawn(call *ssa.Call, frame *template.Frame) []flaw {
	callee := flow.Callee(call)
	if callee == nil || callee.Pkg() == nil {
		return j.results(call, 0, frame, j.number)
	}
	switch path := callee.Pkg().Path(); {
	case path == "time":
		if unit := units[flow.Name(callee)]; unit != "" {
			at, ok := j.pkg.Instant(template.Value{V: flow.Args(call)[0], Frame: frame})
			if ok && at.Base.Now {
				flaws := j.flaw(tellsTime, "in the same "+unit)
				flaws[0].clock, flaws[0].fine = true, fine[unit]
				return flaws
			}
		}
		return nil
	case path == "math/rand" || path == "math/rand/v2":
		if callee.Signature().Recv() != nil && !seeded(flow.Args(call)[0]) {
			return nil // it may stand on crypto/rand
		}
		return j.flaw("is a serial number of %s, which is no source of numbers that others must not guess", strings.TrimSuffix(path, "/v2"))
	}
	return j.results(call, 0, frame, j.number)
}

// seeded reports whether a generator is made of a source that is seeded with a
// number.
func seeded(generator ssa.Value) bool {
	made, ok := flow.Resolve(generator).(*ssa.Call)
	if !ok || !flow.IsCallTo(made, "math/rand.New", "math/rand/v2.New") {
		return false
	}
	source, ok := flow.Resolve(flow.Args(made)[0]).(*ssa.Call)
	return ok && flow.IsCallTo(source, "math/rand.NewSource", "math/rand/v2.NewPCG")
}

// tellsTime is said of the clock, with when certificates are created.
const tellsTime = "is the clock, so certificates created %s share a serial number, and others can tell it"

// units tells which units the methods of time.Time count in.
var units = map[string]string{
	"(time.Time).Unix":       "second",
	"(time.Time).UnixMilli":  "millisecond",
	"(time.Time).UnixMicro":  "microsecond",
	"(time.Time).UnixNano":   "nanosecond",
	"(time.Time).Nanosecond": "nanosecond of any second",
	"(time.Time).Year":       "year",
	"(time.Time).YearDay":    "day of any year",
}

// fine are the units in which nobody creates two certificates: to sign takes
// longer. What is left of a second comes again in every other one.
var fine = map[string]bool{"microsecond": true, "nanosecond": true}

// counted judges a field that counts in memory: it begins anew whenever the
// program does.
func (j *judge) counted(load *ssa.UnOp) []flaw {
	addr, ok := load.X.(*ssa.FieldAddr)
	if !ok {
		return nil
	}
	field := template.FieldOf(addr)
	if field == nil || field.Exported() {
		return nil
	}
	var starts []*ssa.Store
	counting := false
	for _, st := range j.pkg.StoresTo(field) {
		switch {
		case counts(st):
			counting = true
		default:
			if _, ok := j.pkg.Integer(template.Value{V: st.Val}); !ok {
				return nil
			}
			starts = append(starts, st)
		}
	}
	if !counting {
		return nil
	}
	var out []flaw
	for _, st := range starts {
		n, _ := j.pkg.Integer(template.Value{V: st.Val})
		found := j.flaw("starts the serial numbers at %d again in every run of the program", n)
		found[0].counter = st
		out = append(out, found...)
	}
	return out
}

// counts reports whether a store adds a constant to a field.
func counts(st *ssa.Store) bool {
	sum, ok := st.Val.(*ssa.BinOp)
	if !ok || sum.Op != token.ADD {
		return false
	}
	load, ok := sum.X.(*ssa.UnOp)
	if !ok || load.Op != token.MUL {
		return false
	}
	from, ok := load.X.(*ssa.FieldAddr)
	if _, isConst := sum.Y.(*ssa.Const); !ok || !isConst {
		return false
	}
	return template.FieldOf(from) == template.FieldOf(st.Addr.(*ssa.FieldAddr))
}

// bigConst returns the value of a *big.Int that is the same in every run.
func (j *judge) bigConst(v template.Value) (*big.Int, bool) {
	v = v.Resolve()
	if j.steps--; j.steps < 0 {
		return nil, false
	}
	call, ok := v.V.(*ssa.Call)
	if !ok {
		return nil, false
	}
	callee := flow.Callee(call)
	if callee == nil {
		return nil, false
	}
	args := flow.Args(call)
	arg := func(i int) template.Value { return template.Value{V: args[i], Frame: v.Frame} }
	switch flow.Name(callee) {
	case "math/big.NewInt":
		if n, ok := j.pkg.Integer(arg(0)); ok && !changed(call) {
			return big.NewInt(n), true
		}
	case "(*math/big.Int).SetInt64":
		if n, ok := j.pkg.Integer(arg(1)); ok {
			return big.NewInt(n), true
		}
	case "(*math/big.Int).SetUint64":
		if c, ok := j.pkg.Fold(arg(1)); ok && c.Kind() == constant.Int {
			n, ok := new(big.Int).SetString(c.ExactString(), 10)
			return n, ok
		}
	case "(*math/big.Int).Set":
		return j.bigConst(arg(1))
	case "(*math/big.Int).Lsh":
		x, ok := j.bigConst(arg(1))
		n, ok2 := j.pkg.Integer(arg(2))
		if ok && ok2 && 0 <= n && n < 1024 {
			return new(big.Int).Lsh(x, uint(n)), true
		}
	case "(*math/big.Int).Sub", "(*math/big.Int).Add":
		x, ok := j.bigConst(arg(1))
		y, ok2 := j.bigConst(arg(2))
		switch {
		case !ok || !ok2:
		case callee.Name() == "Sub":
			return new(big.Int).Sub(x, y), true
		default:
			return new(big.Int).Add(x, y), true
		}
	case "(*math/big.Int).Exp":
		return j.power(arg(1), arg(2), args[3])
	}
	return nil, false
}

// power is Exp without a modulus.
func (j *judge) power(x, y template.Value, modulus ssa.Value) (*big.Int, bool) {
	base, ok := j.bigConst(x)
	exponent, ok2 := j.bigConst(y)
	if c, isConst := modulus.(*ssa.Const); !ok || !ok2 || !isConst || !c.IsNil() {
		return nil, false
	}
	if base.BitLen() > 64 || exponent.Sign() < 0 || exponent.BitLen() > 10 {
		return nil, false
	}
	return new(big.Int).Exp(base, exponent, nil), true
}
