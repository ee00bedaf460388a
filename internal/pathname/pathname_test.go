package pathname_test

import (
	"fmt"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pathname"
)

// TestVanishes compares what is known of the paths that are passed to sink with
// the want comments there: the number of their elements, and the input that can
// make the last one vanish.
func TestVanishes(t *testing.T) {
	tell := &analysis.Analyzer{
		Name:     "tell",
		Doc:      "tells what is known of paths",
		Requires: []*analysis.Analyzer{flow.Core.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			p := pathname.New(pass)
			for _, fn := range flow.Of(pass).Funcs() {
				for call, callee := range flow.Calls(fn) {
					if callee == nil || callee.Name() != "sink" {
						continue
					}
					elements := p.Elements(p.At(call.Common().Args[0], call))
					text := fmt.Sprintf("%d elements", len(elements))
					for _, in := range p.Vanishes(elements[len(elements)-1]) {
						if !in.Outside() {
							continue
						}
						text += fmt.Sprintf(": %s %q", in.Name, in.Example)
					}
					pass.Reportf(call.Pos(), "%s", text)
				}
			}
			return nil, nil
		},
	}
	analysistest.Run(t, analysistest.TestData(), tell, ".")
}
