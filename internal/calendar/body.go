package calendar

import (
	"go/token"

	"golang.org/x/tools/go/ssa"
)

// A Body is the body of a function in the form that the interpreter runs and
// that facts carry to other packages: SSA over numbered registers, reduced to
// what matters for numbers, text, dates and the control flow among them.
type Body struct {
	Name   string // as [flow.Name] writes it, "" for a function literal
	Params int    // receiver, parameters, then free variables
	Regs   int
	Blocks []Block
	// Key lists the registers that decide whether two paths that meet differ.
	Key []int
	// Leads says that the body can get to a call that makes a date.
	Leads bool
	// Callees holds the functions of the same package that the body calls,
	// itself included, in order of their names. It is set in facts only.
	Callees []*Body

	outer *Body // that a function literal stands in; nil in facts
	// initializer says that this is the package initializer: one long path.
	initializer bool
	// changes says that the function changes a date in a struct that it was
	// given.
	changes bool
}

// size returns the number of instructions.
func (b *Body) size() int {
	n := 0
	for _, block := range b.Blocks {
		n += len(block.Instrs)
	}
	return n
}

// within reports whether b is outer or a literal in it.
func (b *Body) within(outer *Body) bool {
	for ; b != nil; b = b.outer {
		if b == outer {
			return true
		}
	}
	return false
}

// A Block is a basic block.
type Block struct {
	Preds, Succs []int
	Instrs       []Instr
	// Useful says that control may get from the block to a call that makes a
	// date.
	Useful bool
	Loop   Loop // that the block is the header of
}

// An Op is the operation of an instruction.
type Op uint8

// The operations.
const (
	OpOpaque    Op = iota // Dst is unknown; it depends on Args
	OpPhi                 // one argument for each predecessor
	OpBinary              // X Tok Y
	OpUnary               // Tok X
	OpCopy                // X
	OpBox                 // X as an interface value, printed as the Box Index
	OpNarrow              // X as an integer of Index bits, negative if signed
	OpAlloc               // new variable with the value X
	OpFieldAddr           // address of field Index of *X
	OpIndexAddr           // address of element Y of *X or X
	OpLoad                // *X
	OpStore               // *X = Y; or of a map, whose key is Z
	OpField               // field Index of X
	OpIndex               // X[Y]
	OpExtract             // result Index of X
	OpSlice               // X[Y:Z]
	OpAssert              // X.(T), Index results
	OpClosure             // function Lit or Name, bindings Args
	OpCall                // Args[0](Args[1:]...) or, if Name is set, Name(Args...)
	OpSpawn               // the same in a go or defer statement
	OpReturn              // Args
	OpIf                  // X
	OpJump
	OpEnd // control does not get further
)

// An Instr is one instruction.
type Instr struct {
	Op    Op
	Tok   token.Token
	Dst   int // register, or -1
	Args  []Operand
	Index int
	Name  string
	Lit   *Body
	// Results is the number of results of a call; Instants tells which of them
	// are a time.Time, Truths which are a bool, as bits.
	Results          int
	Instants, Truths uint32
	// Checked says that what the call makes is compared afterwards with what
	// was wanted, or not used but for its error.
	Checked bool
	// Civil says that the instruction reads or stores a field, Index for what
	// is read, of a struct that is a date.
	Civil Civil

	site   ssa.Instruction // nil in facts
	leaves bool            // dates may leave the function, see [parts.leaving]; not in facts
}

// An Operand is a register or, if Const is set, a constant.
type Operand struct {
	Reg   int
	Const *Value
}
