package weakserial

import (
	"fmt"
	"go/constant"
	"go/types"
	"math/big"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki/template"
)

// A flaw is what is wrong with a serial number.
type flaw struct {
	says string // completes "EXPR ..."
	// number is what it always is, empty if it varies.
	number string
	// clock says that it tells the time, fine that it does so in units in which
	// nobody creates two certificates.
	clock, fine bool
	// argument is the outermost argument that the number comes from, and counter
	// the store that a counter begins with; nil if what is stored is its source.
	argument *template.Argument
	counter  *ssa.Store
}

// A judge follows one serial number back to what it is made of.
type judge struct {
	pkg      *template.Package
	bits     int // fewer random ones are too few
	steps    int
	argument *template.Argument
}

// maxSteps bounds the values that are looked at for one serial number.
const maxSteps = 60

// flaws returns what is wrong with a serial number, nil if nothing is known to
// be.
func (c *check) flaws(v template.Value) []flaw {
	j := &judge{pkg: c.pkg, bits: c.bits, steps: maxSteps}
	return j.integer(v)
}

func (j *judge) flaw(format string, args ...any) []flaw {
	return []flaw{{says: fmt.Sprintf(format, args...), argument: j.argument}}
}

func (j *judge) resolve(v template.Value) template.Value {
	v, through := v.Trace()
	if through != nil {
		j.argument = through
	}
	return v
}

// integer judges a *big.Int.
func (j *judge) integer(v template.Value) []flaw {
	v = j.resolve(v)
	if j.steps--; j.steps < 0 {
		return nil
	}
	switch x := v.V.(type) {
	case *ssa.Phi:
		return j.edges(x, v.Frame, j.integer)
	case *ssa.Parameter:
		return j.arguments(x, j.integer)
	case *ssa.Alloc:
		return j.variable(x, v.Frame)
	case *ssa.Extract:
		if call, ok := x.Tuple.(*ssa.Call); ok {
			return j.made(call, x.Index, v.Frame)
		}
	case *ssa.Call:
		return j.made(x, 0, v.Frame)
	}
	return nil
}

// edges judges the values that meet, but for what is taken after an error or for
// a random number that does not fit, and what changes from one iteration to the next.
func (j *judge) edges(phi *ssa.Phi, frame *template.Frame, judge func(template.Value) []flaw) []flaw {
	var out []flaw
	for i, edge := range phi.Edges {
		pred := phi.Block().Preds[i]
		if phi.Block().Dominates(pred) {
			return nil
		}
		conds := append(flow.ConditionsAt(pred), flow.EdgeConditions(pred, phi.Block())...)
		if !afterError(conds) && !refuses(conds, phi) {
			out = append(out, j.apart(template.Value{V: edge, Frame: frame}, judge)...)
		}
	}
	return out
}

// refuses reports whether one of the conditions is about a number that another
// value stands in for, as where a random one is 0.
func refuses(conds []flow.Cond, phi *ssa.Phi) bool {
	return slices.ContainsFunc(conds, func(cond flow.Cond) bool {
		test, ok := cond.X.(*ssa.Call)
		if !ok || !flow.IsCallTo(test, "(*math/big.Int).Sign", "(*math/big.Int).Cmp", "(*math/big.Int).BitLen", "(*math/big.Int).Int64") {
			return false
		}
		tested := flow.Resolve(flow.Args(test)[0])
		return slices.ContainsFunc(phi.Edges, func(edge ssa.Value) bool { return flow.Resolve(edge) == tested })
	})
}

// apart judges one of several values.
func (j *judge) apart(v template.Value, judge func(template.Value) []flaw) []flaw {
	before := j.argument
	defer func() { j.argument = before }()
	return judge(v)
}

// afterError reports whether one of the conditions says that an error occurred:
// what stands in for a random number then is the lesser evil.
func afterError(conds []flow.Cond) bool {
	for _, cond := range conds {
		if _, isNil, ok := cond.ErrorTest(); ok && !isNil {
			return true
		}
	}
	return false
}

// arguments judges what the callers in the package pass.
func (j *judge) arguments(param *ssa.Parameter, judge func(template.Value) []flaw) []flaw {
	var out []flaw
	for _, arg := range j.pkg.Arguments(param) {
		before := j.argument
		j.argument = &arg
		out = append(out, judge(arg.Value())...)
		j.argument = before
	}
	return out
}

// results judges what a function of the package returns: all of it must be
// weak, where no error occurred.
func (j *judge) results(call *ssa.Call, i int, frame *template.Frame, judge func(template.Value) []flaw) []flaw {
	values, ok := j.pkg.Results(call, frame, i)
	if !ok {
		return nil
	}
	var out []flaw
	for _, v := range values {
		if c, ok := v.V.(*ssa.Const); ok && c.IsNil() {
			continue
		}
		found := j.apart(v, judge)
		if len(found) == 0 {
			return nil
		}
		out = append(out, found[0])
	}
	if len(out) == 0 {
		return nil
	}
	return out[:1]
}

// made judges the *big.Int that a call returns.
func (j *judge) made(call *ssa.Call, i int, frame *template.Frame) []flaw {
	callee := flow.Callee(call)
	if callee == nil {
		return j.results(call, i, frame, j.integer)
	}
	args := flow.Args(call)
	arg := func(i int) template.Value { return template.Value{V: args[i], Frame: frame} }
	switch flow.Name(callee) {
	case "math/big.NewInt":
		if changed(call) {
			return nil
		}
		return j.number(arg(0))
	case "(*math/big.Int).SetInt64", "(*math/big.Int).SetUint64":
		return j.number(arg(1))
	case "(*math/big.Int).Set":
		return j.integer(arg(1))
	case "(*math/big.Int).SetBytes":
		return j.bytes(arg(1))
	case "(*math/big.Int).Add": // a random number is made positive so
		if n, _ := j.bigConst(arg(2)); n == nil {
			return nil
		}
		return j.integer(arg(1))
	case "crypto/rand.Int":
		if limit, ok := j.bigConst(arg(1)); ok && limit.Sign() > 0 {
			return j.random(new(big.Int).Sub(limit, big.NewInt(1)).BitLen())
		}
		return nil
	case "crypto/rand.Prime":
		if bits, ok := j.pkg.Integer(arg(1)); ok {
			return j.random(int(bits))
		}
		return nil
	}
	return j.results(call, i, frame, j.integer)
}

// manyBits is the number of random bits that public issuers must use: of those
// nobody need be told.
const manyBits = 64

// random judges a random number of so many bits.
func (j *judge) random(bits int) []flaw {
	if bits < 0 || bits >= min(j.bits, manyBits) {
		return nil
	}
	return j.flaw("is a serial number of %d random bits, of which about %d certificates suffice for two to be the same", bits, birthday(bits))
}

// birthday returns the number of certificates of which two probably share a
// serial number of so many random bits: the square root of their number, more
// or less.
func birthday(bits int) int64 {
	n := int64(1) << (bits / 2)
	if bits%2 == 1 {
		n += n * 2 / 5
	}
	return n + n/6
}

// bytes judges the bytes that a number is made of.
func (j *judge) bytes(v template.Value) []flaw {
	v = j.resolve(v)
	size := int64(-1)
	switch x := v.V.(type) {
	case *ssa.MakeSlice:
		if n, ok := j.pkg.Integer(template.Value{V: x.Len, Frame: v.Frame}); ok {
			size = n
		}
	case *ssa.Slice: // of an array
		ptr, ok := x.X.Type().Underlying().(*types.Pointer)
		if !ok || x.Low != nil || x.High != nil && !isLen(x) {
			return nil
		}
		if array, ok := ptr.Elem().Underlying().(*types.Array); ok {
			size = array.Len()
		}
	}
	if size <= 0 || size >= manyBits/8 {
		return nil
	}
	return j.random(int(8 * size))
}

// isLen reports whether a slice ends where its array does.
func isLen(s *ssa.Slice) bool {
	array := s.X.Type().Underlying().(*types.Pointer).Elem().Underlying().(*types.Array)
	c, ok := s.High.(*ssa.Const)
	return ok && c.Value != nil && c.Value.Kind() == constant.Int && c.Int64() == array.Len()
}

// variable judges a big.Int that is declared or made by new.
func (j *judge) variable(alloc *ssa.Alloc, frame *template.Frame) []flaw {
	var setter *ssa.Call
	for _, ref := range *alloc.Referrers() {
		switch ref := ref.(type) {
		case *ssa.Call:
			if !template.SetsInt(ref) || flow.Args(ref)[0] != alloc {
				if reads(ref) {
					continue
				}
				return nil
			}
			if setter != nil {
				return nil
			}
			setter = ref
		case *ssa.Store:
			if ref.Addr == alloc {
				return nil
			}
		case *ssa.DebugRef:
		default:
			return nil
		}
	}
	if setter == nil {
		return j.constant("0")
	}
	return j.made(setter, 0, frame)
}

// changed reports whether a number is set after it was made.
func changed(call *ssa.Call) bool {
	for _, ref := range *call.Referrers() {
		if use, ok := ref.(ssa.CallInstruction); ok && !reads(use) && flow.Args(use)[0] == call {
			return true
		}
	}
	return false
}

// reads reports whether a call is of a method of big.Int that only reads its
// receiver.
func reads(call ssa.CallInstruction) bool {
	fn := flow.Callee(call)
	return fn != nil && fn.Pkg() != nil && fn.Pkg().Path() == "math/big" && fn.Signature().Recv() != nil && !template.SetsInt(call)
}

func (j *judge) constant(n string) []flaw {
	out := j.flaw("is the serial number %s in every certificate created here", n)
	if n == "0" {
		out = j.flaw("is the serial number 0, which RFC 5280 does not allow, in every certificate created here")
	}
	out[0].number = n
	return out
}
