package calendar_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

// TestLibraries compares what is known of calls of functions of libraries with
// the comments in ./testdata/libraries, which must have a call of every function
// in the table of models.
func TestLibraries(t *testing.T) {
	called := make(map[string]bool)
	analysistest.Run(t, analysistest.TestData(), &analysis.Analyzer{
		Name:     "libraries",
		Doc:      "says what is known of the arguments of a function see",
		Requires: []*analysis.Analyzer{flow.Core.Analyzer, calendar.Core.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			for _, fn := range flow.Of(pass).Funcs() {
				for call, callee := range flow.Calls(fn) {
					if callee == nil {
						continue
					}
					called[flow.Name(callee)] = true
					if callee.Name() == "see" {
						pass.Reportf(call.Pos(), "%s", describe(calendar.Of(pass), flow.Resolve(call.Common().Args[0])))
					}
				}
			}
			return nil, nil
		},
	}, "./libraries")

	var table struct {
		Functions []struct{ Names []string }
	}
	data, err := os.ReadFile("../models/dates.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := yaml.Unmarshal(data, &table); err != nil {
		t.Fatal(err)
	}
	for _, row := range table.Functions {
		for _, name := range row.Names {
			if !called[name] && !called[strings.Replace(name, "(*", "(", 1)] {
				t.Errorf("%s is not called", name)
			}
		}
	}
}

func describe(p *calendar.Program, v ssa.Value) string {
	if _, part := calendar.PartOf(v); part != "" {
		if _, ok := v.(*ssa.Extract); ok {
			return part + " of Date"
		}
		return "(time.Time)." + part
	}
	if call, ok := v.(*ssa.Call); ok && len(flow.Args(call)) > 0 {
		for _, use := range p.Follow(flow.Args(call)[0]) {
			if use.Instr == call && use.Name == "(time.Time).Format" {
				return use.Name
			}
		}
	}
	m, ok := p.MoveOf(v)
	if !ok {
		return moment(p.Moment(v))
	}
	return fmt.Sprintf("moves %s, %s, %s: %s", count(p, m.Years), count(p, m.Months), count(p, m.Days), moment(p.Moment(v)))
}

func count(p *calendar.Program, c calendar.Count) string {
	if n, ok := p.Count(c); ok {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d times %s", c.Times, c.Value.Name())
}

func moment(at calendar.Moment) string {
	var out []string
	for _, fact := range []struct {
		known bool
		text  string
	}{
		{at.Day == calendar.AnyDay, "any day"},
		{at.Day == calendar.FirstDay, "first"},
		{at.Zone == calendar.UTC, "UTC"},
		{at.Zone == calendar.Local, "Local"},
		{at.Midnight, "midnight"},
		{at.Instant, "instant"},
	} {
		if fact.known {
			out = append(out, fact.text)
		}
	}
	text := strings.Join(out, ", ")
	switch {
	case text == "":
		return "nothing"
	case at.Now:
		return "now " + text
	}
	return text
}
