//go:build unix

package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

var errBudget = errors.New("a budget is not met")

// A report is what one run of this program measured.
type report struct {
	Date    string    `json:"date"`
	Machine string    `json:"machine"`
	Go      string    `json:"go"`
	Runs    int       `json:"runs"`
	Tests   bool      `json:"tests"`
	Family  string    `json:"family,omitempty"`
	Corpora []*corpus `json:"corpora"`
	Growth  *ratio    `json:"growth,omitempty"`
}

func newReport(opts *options) *report {
	return &report{
		Date:    time.Now().UTC().Format(time.DateOnly),
		Machine: fmt.Sprintf("%s/%s, %d × %s", runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), processor()),
		Go:      runtime.Version(),
		Runs:    opts.runs,
		Tests:   opts.tests,
		Family:  opts.family,
	}
}

var modelName = regexp.MustCompile(`(?m)^model name\s*:\s*(.+)$`)

// processor names the processor where the system tells.
func processor() string {
	info, err := os.ReadFile("/proc/cpuinfo")
	if err != nil {
		return "CPU"
	}
	if m := modelName.FindSubmatch(info); m != nil {
		return string(m[1])
	}
	return "CPU"
}

// A ratio is a figure with a budget.
type ratio struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Budget float64 `json:"budget"`
	Met    bool    `json:"met"`
}

func newRatio(name string, value, budget float64) ratio {
	return ratio{name, value, budget, value <= budget}
}

// The budgets. On std most packages are targets, so it has one of its own.
const (
	budgetFirst    = 0.15
	budgetFirstStd = 0.35
	budgetFresh    = 0.06
	budgetRepeated = 3
	budgetSSA      = 1.4
	budgetChecks   = 1.25
	budgetFamily   = 1.06 // instead of that, of one family
	budgetPeak     = 1.0
	budgetPeakMB   = 600 // up to 200,000 lines
	budgetGrowth   = 1.3
)

func wall(c cost) float64 { return c.Wall }
func cpu(c cost) float64  { return c.CPU }
func peak(c cost) float64 { return c.Peak }

// judge computes all ratios that were measured.
func (r *report) judge() {
	for _, c := range r.Corpora {
		c.judge(r.Family)
	}
	if len(r.Corpora) < 2 {
		return
	}
	growing := slices.SortedFunc(slices.Values(r.Corpora), func(a, b *corpus) int { return a.All - b.All })
	smallest, largest := growing[0].perLines(), growing[len(growing)-1].perLines()
	growth := newRatio("CPU per 100,000 lines, largest corpus over smallest", largest/smallest, budgetGrowth)
	r.Growth = &growth
}

// perLines returns leapguard's CPU seconds for 100,000 lines of the packages
// and their dependencies.
func (c *corpus) perLines() float64 {
	got, _ := c.cost(toolLeapguard, first)
	return got.CPU / float64(c.All) * 1e5
}

func (c *corpus) judge(family string) {
	over := func(name, tool, peer string, s state, figure func(cost) float64, budget float64) {
		got, ok1 := c.cost(tool, s)
		base, ok2 := c.cost(peer, s)
		if ok1 && ok2 {
			c.Ratios = append(c.Ratios, newRatio(name, figure(got)/figure(base), budget))
		}
	}
	budget, checks := budgetFirst, budgetChecks
	if c.std() {
		budget = budgetFirstStd
	}
	if family != "" {
		checks = budgetFamily
	}
	over("wall over staticcheck, first run", toolLeapguard, toolStaticcheck, first, wall, budget)
	over("CPU over staticcheck, first run", toolLeapguard, toolStaticcheck, first, cpu, budget)
	over("wall over staticcheck, fresh machine", toolLeapguard, toolStaticcheck, fresh, wall, budgetFresh)
	over("wall over staticcheck, repeated", toolLeapguard, toolStaticcheck, repeated, wall, budgetRepeated)
	over("CPU of loading and SSA over loading", toolSSA, toolLoad, first, cpu, budgetSSA)
	over("CPU of everything over loading and SSA", toolLeapguard, toolSSA, first, cpu, checks)
	over("peak memory over staticcheck, first run", toolLeapguard, toolStaticcheck, first, peak, budgetPeak)
	if got, ok := c.cost(toolLeapguard, first); ok && c.Own <= 200_000 {
		c.Ratios = append(c.Ratios, newRatio("peak memory, MB", got.Peak, budgetPeakMB))
	}
}

// met reports whether every budget is met.
func (r *report) met() bool {
	if r.Growth != nil && !r.Growth.Met {
		return false
	}
	return !slices.ContainsFunc(r.Corpora, func(c *corpus) bool {
		return slices.ContainsFunc(c.Ratios, func(x ratio) bool { return !x.Met })
	})
}

// print writes the report as text.
func (r *report) print(w io.Writer) error {
	fmt.Fprintf(w, "%s; %s; %s; median of %d; tests: %t", r.Date, r.Machine, r.Go, r.Runs, r.Tests)
	if r.Family != "" {
		fmt.Fprintf(w, "; checks: %s", r.Family)
	}
	fmt.Fprintln(w)
	for _, c := range r.Corpora {
		if err := c.print(w); err != nil {
			return err
		}
	}
	if r.Growth != nil {
		fmt.Fprintln(w)
		return printRatios(w, []ratio{*r.Growth})
	}
	return nil
}

func (c *corpus) print(w io.Writer) error {
	name := strings.Join(c.Patterns, " ")
	if !c.std() {
		name += " in " + filepath.Base(c.Dir)
	}
	fmt.Fprintf(w, "\n%s: %d packages, %d lines, %d with dependencies; %.2f s CPU per 100,000 lines\n\n",
		name, c.Packages, c.Own, c.All, c.perLines())
	fmt.Fprintf(w, "%-13s %-13s %8s %8s %9s %5s %8s\n", "tool", "caches", "wall, s", "CPU, s", "peak, MB", "exit", "targets")
	for _, l := range c.Lines {
		targets := ""
		if l.Targets > 0 {
			targets = fmt.Sprint(l.Targets)
		}
		fmt.Fprintf(w, "%-13s %-13s %8.2f %8.2f %9.0f %5d %8s\n", l.Tool, l.State, l.Wall, l.CPU, l.Peak, l.Exit, targets)
	}
	fmt.Fprintln(w)
	return printRatios(w, c.Ratios)
}

func printRatios(w io.Writer, ratios []ratio) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, x := range ratios {
		verdict := "met"
		if !x.Met {
			verdict = "NOT MET"
		}
		fmt.Fprintf(tw, "%s\t%.2f\t<= %.2f\t%s\n", x.Name, x.Value, x.Budget, verdict)
	}
	return tw.Flush()
}
