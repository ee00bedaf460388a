package calendar_test

import (
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/calendar"
	"github.com/leapguard/leapguard/internal/flow"
)

func TestMoment(t *testing.T) {
	type known struct {
		zone                   calendar.Zone
		place                  string
		now, midnight, instant bool
	}
	want := map[string]known{
		"now":              {calendar.Local, "", true, false, true},
		"utc":              {calendar.UTC, "", true, false, true},
		"local":            {calendar.Local, "", true, false, true},
		"unix":             {calendar.Local, "", false, false, true},
		"berlin":           {calendar.Loaded, "Europe/Berlin", true, false, true},
		"loaded":           {calendar.Loaded, "", true, false, true},
		"named":            {calendar.UTC, "", true, false, true},
		"inVariable":       {calendar.Loaded, "Asia/Tokyo", true, false, true},
		"fixed":            {calendar.UnknownZone, "", true, false, true},
		"midnight":         {calendar.Local, "", true, true, true},
		"midnightOf":       {calendar.Local, "", false, true, false},
		"moved":            {calendar.Local, "", false, false, false},
		"relabelled":       {calendar.UTC, "", true, true, false},
		"noon":             {calendar.UTC, "", false, false, false},
		"shifted":          {calendar.Local, "", false, false, false},
		"truncated":        {calendar.UTC, "", true, true, true},
		"truncatedLocally": {calendar.Local, "", true, false, true},
		"seconds":          {calendar.Local, "", true, true, true},
		"parsed":           {calendar.UTC, "", false, true, false},
		"parsedThere":      {calendar.Local, "", false, true, false},
		"stamp":            {calendar.UnknownZone, "", false, false, true},
		"file":             {calendar.UnknownZone, "", false, false, true},
		"expiry":           {calendar.UnknownZone, "", false, false, true},
		"either":           {calendar.UnknownZone, "", true, false, true},
		"loop":             {calendar.Local, "", true, false, true},
		"parameter":        {calendar.Local, "", false, false, true},
		"called":           {calendar.Local, "", false, false, true},
	}
	got := make(map[string]known)
	analysistest.Run(t, analysistest.TestData(), &analysis.Analyzer{
		Name:     "moment",
		Doc:      "asks for the results of functions",
		Requires: []*analysis.Analyzer{flow.Core.Analyzer, calendar.Core.Analyzer},
		Run: func(pass *analysis.Pass) (any, error) {
			for _, fn := range flow.Of(pass).Funcs() {
				if want[fn.Name()] == (known{}) {
					continue
				}
				// All have one return statement, which may not be in the last block.
				for _, b := range fn.Blocks {
					if ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return); ok {
						at := calendar.Of(pass).Moment(ret.Results[0])
						got[fn.Name()] = known{at.Zone, at.Place, at.Now, at.Midnight, at.Instant}
					}
				}
			}
			return nil, nil
		},
	}, "./moment")
	for name, want := range want {
		if got[name] != want {
			t.Errorf("%s: %+v, want %+v", name, got[name], want)
		}
	}
}
