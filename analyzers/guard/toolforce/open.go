package toolforce

import (
	"go/ast"
	"go/types"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/command"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/rule"
)

// maxCallers bounds the length of chains of callers.
const maxCallers = 4

var (
	// files matches how variables and files are called that are no devices.
	files = regexp.MustCompile(`(?i)im(a?)ge?|file|rootfs|iso|tmp|temp|overlay|swap|qcow|ramdisk|zram`)
	// disks matches how devices are called.
	disks = regexp.MustCompile(`(?i)dev|disk|blk|block|part|drive|nvme`)
	// wipers matches the names of functions that are there to destroy.
	wipers = regexp.MustCompile(`(?i)wipe|zap|empty|erase|shred|discard|clean|clear|destroy|reset|saniti|purge|remove|delete|uninstall|nuke|trim|zero|teardown|decommission|release|unprepare|deprovision`)
	// formatters matches the names of functions that do to the device what their
	// callers say.
	formatters = regexp.MustCompile(`(?i)format|mkfs|make_?fs|make.*file_?system|mke2fs|partition|create|init|install|clone|copy|restore|flash|burn|write|run|exec`)
	// meant matches the names of what tells that the device is to be destroyed, or
	// that nothing is on it.
	meant = regexp.MustCompile(`(?i)force|wipe|format|overwrite|erase|zap|destroy|empty|blank|confirm|initiali[sz]|provision|hasfs|unused|free|candidate|available|clean|reset|fresh|mounted`)
	// makers matches the names of functions that make what they concern.
	makers = regexp.MustCompile(`(?i)^(create|make|new|allocate|attach|truncate|losetup|setup|provision|partition|clone|mktemp|import|map|activate|mkdir|temp)|loop|temp|luks`)
)

// isFile reports whether a word names a file rather than a device.
func (c *check) isFile(device command.Word, tool *models.DiskTool) bool {
	texts := []string{device.Text}
	for _, v := range device.Values {
		texts = append(texts, flow.Text(c.pass.Pass, v))
	}
	text := strings.Join(texts, " ")
	return files.MatchString(text) || tool.Disk && !disks.MatchString(text)
}

// open reports whether control comes to a call though nothing looked at the
// device, and the call by which the device comes to the function it is in.
func (c *check) open(device []ssa.Value, at ssa.CallInstruction, depth int) (from ssa.CallInstruction, open bool) {
	o := origins(device)
	fn := at.Parent()
	if c.settled(o, at) {
		return nil, false
	}
	for fn.Parent() != nil {
		mk := closure(fn)
		if mk == nil || c.settled(o, mk) {
			return nil, false
		}
		fn = fn.Parent()
	}
	if depth == 0 || c.declared(fn) {
		return nil, false
	}
	var params []int
	for i, p := range fn.Params {
		if slices.Contains(o, ssa.Value(p)) {
			params = append(params, i)
		}
	}
	if len(params) == 0 {
		return at, !wipers.MatchString(fn.Name()) && !slices.ContainsFunc(o, isForeign)
	}
	called := false
	for _, in := range c.calls {
		if origin(in.callee) != origin(fn) {
			continue
		}
		called = true
		args := flow.Args(in.call)
		var given []ssa.Value
		for _, i := range params {
			if i < len(args) {
				given = append(given, args[i])
			}
		}
		if len(given) == 0 {
			continue
		}
		if from, open := c.open(given, in.call, depth-1); open {
			return from, true
		}
	}
	if called || !ast.IsExported(fn.Name()) || wipers.MatchString(fn.Name()) || formatters.MatchString(fn.Name()) {
		return nil, false
	}
	return at, true
}

// origin returns the generic function that one was made from, or itself.
func origin(fn *ssa.Function) *ssa.Function {
	if o := fn.Origin(); o != nil {
		return o
	}
	return fn
}

// isForeign reports whether a value is a parameter of a function literal: it is
// not known who calls that.
func isForeign(v ssa.Value) bool {
	p, ok := v.(*ssa.Parameter)
	return ok && p.Parent().Parent() != nil
}

// declared reports whether a function is declared dangerous: unguarded sees to
// its callers.
func (c *check) declared(fn *ssa.Function) bool {
	return slices.ContainsFunc(c.pass.Comments.All, func(d *rule.Comment) bool {
		return (d.Verb == rule.DangerVerb || d.Verb == rule.NeedsVerb) && d.Doc && d.Covers(fn.Pos())
	})
}

// closure returns the instruction that makes a function literal.
func closure(fn *ssa.Function) ssa.Instruction {
	if refs := fn.Referrers(); refs != nil && len(*refs) == 1 {
		return (*refs)[0]
	}
	// A literal without free variables has no referrers. Where it is used, it is
	// an operand.
	for _, b := range fn.Parent().Blocks {
		for _, instr := range b.Instrs {
			for _, op := range instr.Operands(nil) {
				if *op == ssa.Value(fn) {
					return instr
				}
			}
		}
	}
	return nil
}

// settled reports whether it is decided before an instruction what becomes of
// the device: the device was made here, something looks at it, or it is meant.
func (c *check) settled(o []ssa.Value, at ssa.Instruction) bool {
	if slices.ContainsFunc(o, made) {
		return true
	}
	fn := at.Parent()
	elements := slices.ContainsFunc(o, func(v ssa.Value) bool { return !isText(v.Type()) })
	for _, b := range fn.Blocks {
		if at.Block().Dominates(b) && b != at.Block() {
			continue
		}
		dominates := b.Dominates(at.Block())
		if cond, ok := b.Instrs[len(b.Instrs)-1].(*ssa.If); ok && b != at.Block() && (dominates || elements) {
			l := &look{check: c, origins: o, seen: make(map[ssa.Value]bool)}
			if l.tells(cond.Cond) {
				return true
			}
		}
		for _, instr := range b.Instrs {
			if instr == at {
				break
			}
			if call, ok := instr.(ssa.CallInstruction); ok && dominates && c.makes(call, o) {
				return true
			}
		}
	}
	return false
}

// made reports whether a value is what a function made.
func made(v ssa.Value) bool {
	call, ok := v.(*ssa.Call)
	if !ok {
		return false
	}
	callee := flow.Callee(call)
	return callee != nil && (makers.MatchString(callee.Name()) || meant.MatchString(callee.Name()))
}

// makes reports whether a call makes the device.
func (c *check) makes(call ssa.CallInstruction, o []ssa.Value) bool {
	for _, line := range command.Lines(c.prog, call, nil) {
		if models.MakesDisk(line[0].Text) {
			return true
		}
	}
	callee := flow.Callee(call)
	return callee != nil && makers.MatchString(callee.Name()) && !isOutput(callee) && c.concerns(call, o)
}

// concerns reports whether an argument of a call is the device, or what it
// belongs to.
func (c *check) concerns(call ssa.CallInstruction, o []ssa.Value) bool {
	callee := flow.Callee(call)
	for i, arg := range flow.Args(call) {
		if i == 0 && callee != nil && callee.Signature().Recv() != nil && !meant.MatchString(callee.Name()) && !telling.MatchString(callee.Name()) {
			continue
		}
		if slices.ContainsFunc(origins([]ssa.Value{arg}), func(v ssa.Value) bool { return slices.Contains(o, v) }) {
			return true
		}
	}
	return false
}

// telling matches the names of methods that tell something of their receiver.
var telling = regexp.MustCompile(`(?i)^(is|has|check|verify|validate|probe|detect|inspect|get|ensure|can|must)`)

func isText(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsString != 0
}
