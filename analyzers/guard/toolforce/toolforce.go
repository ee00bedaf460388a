package toolforce

import (
	_ "embed"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/command"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/models"
	"github.com/leapguard/leapguard/internal/rule"
	"github.com/leapguard/leapguard/internal/syntax"
)

//go:embed doc.go
var page string

// Rule is the check.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:          "toolforce",
		Title:         "a disk tool is forced over a device that nothing looked at",
		Family:        rule.Guard,
		Severity:      finding.Warning,
		Confidence:    rule.Medium,
		Profile:       config.Default,
		Triggers:      rule.Triggers{tools},
		Since:         "0.1.0",
		CWE:           []int{862},
		Fix:           rule.NoFix,
		SilentInTests: true,
		Path:          rule.Leading,
		Page:          page,
	},
	Cores: []*rule.Core{flow.Core},
	Run:   run,
})

// tools are the words that the names of the programs in internal/models begin
// with.
var tools = []string{
	"blkdiscard", "cryptsetup", "dd", "mdadm", "mke2fs", "mkfs", "mkntfs",
	"parted", "pvcreate", "sgdisk", "shred", "vgcreate", "wipefs", "zpool",
}

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	if pass.Pkg.Name() == "main" || !mentions(pass) {
		return nil
	}
	c := &check{pass: pass, prog: flow.Of(pass.Pass), destroys: make(map[*ssa.Function]bool)}
	var sites []*site
	for _, fn := range c.prog.Funcs() {
		if pass.Silent(fn.Pos()) {
			continue
		}
		for call, callee := range flow.Calls(fn) {
			if target := flow.Target(call); target != nil && target.Pkg == c.prog.Package() && !syntax.InTest(pass.Pass, call.Pos()) {
				c.calls = append(c.calls, internalCall{call, target})
			}
			if callee == nil {
				continue
			}
			if s := c.siteOf(call); s != nil {
				c.destroys[fn] = true
				sites = append(sites, s)
			}
		}
	}
	for _, s := range sites {
		c.judge(s)
	}
	return nil
}

// mentions reports whether the text of the package holds the name of a tool at
// the beginning of a literal, or behind a space.
func mentions(pass *rule.Pass) bool {
	found := false
	for _, file := range pass.Files {
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				for word := range strings.FieldsSeq(strings.Trim(lit.Value, "`\"")) {
					found = found || models.DiskToolOf(word) != nil
				}
			}
			return !found
		})
	}
	return found
}

type check struct {
	pass     *rule.Pass
	prog     *flow.Program
	calls    []internalCall
	destroys map[*ssa.Function]bool // those that run a tool themselves
}

// An internalCall is a call of a function of the package.
type internalCall struct {
	call   ssa.CallInstruction
	callee *ssa.Function
}

// A site is a call that runs a tool which destroys what is on a device.
type site struct {
	call   ssa.CallInstruction
	tool   string
	device []ssa.Value
}

// siteOf returns what a call destroys, or nil.
func (c *check) siteOf(call ssa.CallInstruction) *site {
	for _, line := range command.Lines(c.prog, call, func(name string) bool { return models.DiskToolOf(name) != nil }) {
		tool, args := models.DiskToolOf(line[0].Text), line[1:]
		at := tool.DeviceIn(args.Texts())
		if at < 0 || len(args[at].Values) == 0 || !tool.Destroys(args.Texts()) || c.isFile(args[at], tool) {
			continue
		}
		return &site{call, line[0].Text, args[at].Values}
	}
	return nil
}

// judge reports a site unless something looks at the device beforehand.
func (c *check) judge(s *site) {
	from, open := c.open(s.device, s.call, maxCallers)
	if !open {
		return
	}
	expr := c.pass.CallAt(s.call.Common().Pos())
	if expr == nil {
		return
	}
	device := c.text(s.device)
	if device == "" {
		device = "the device"
	}
	d := analysis.Diagnostic{
		Pos:     expr.Pos(),
		End:     expr.End(),
		Message: fmt.Sprintf("%s destroys whatever is on %s, and nothing looks at it first", short(expr, strings.ReplaceAll(s.tool, command.Unknown, "*")), device),
	}
	if from != nil && from != s.call {
		if e := c.pass.CallAt(from.Common().Pos()); e != nil {
			d.Related = append(d.Related, analysis.RelatedInformation{Pos: e.Pos(), End: e.End(), Message: "the device comes from here"})
		}
	}
	c.pass.Report(d)
}

// short writes a call for a message.
func short(call *ast.CallExpr, tool string) string {
	name := types.ExprString(call.Fun)
	if len(name) > 60 {
		name = syntax.CalledName(call)
	}
	return fmt.Sprintf("%s of %s", name, tool)
}

// text writes the device for a message, "" if it has no name.
func (c *check) text(device []ssa.Value) string {
	text := flow.Text(c.pass.Pass, device[len(device)-1])
	if len(text) > 60 {
		return ""
	}
	return text
}
