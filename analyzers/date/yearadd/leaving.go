package yearadd

import (
	"fmt"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/syntax"
)

// reportLeaving reports a text or a struct with a date that does not exist,
// which leaves fn.
func (c *check) reportLeaving(fn *ssa.Function, d departure) {
	node := c.pass.NodeAt(d.WrittenAt())
	if node == nil || c.reported[node.Pos()] || c.discussed(node) || !c.dates.Lost(fn, d.Event) {
		return
	}
	c.reported[node.Pos()] = true
	is := "is " + d.Made.String()
	if d.Written != "" {
		is = fmt.Sprintf("holds %q", d.Written)
	}
	message := fmt.Sprintf("%s on %s %s, which does not exist", syntax.Text(node)+d.with, d.base, is)
	c.pass.Report(analysis.Diagnostic{Pos: node.Pos(), End: node.End(), Message: message, Related: c.related(d.Event, node, nil)})
}
