package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/leapguard/leapguard/docs"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/fix"
	"github.com/leapguard/leapguard/internal/output"
	"github.com/leapguard/leapguard/internal/rule"
)

// check analyses packages and prints what it found.
func (a *app) check(ctx context.Context, f *flags, patterns []string) error {
	format, err := formatOf(f.format)
	if err != nil {
		return err
	}
	if f.showSuppressed && !format.suppressed {
		return fmt.Errorf("--show-suppressed: format %s has no place for what is suppressed; use text, json, jsonl or sarif", format.name)
	}
	report, plan, err := a.inspect(ctx, f, patterns)
	if err != nil || report == nil {
		return err
	}
	if f.diff {
		err = a.printDiff(report, plan)
	} else {
		err = a.print(report, format, f)
	}
	if err != nil {
		return err
	}
	a.printFixes(report, f, plan)
	if report.ExitCode != exitClean {
		return exitError(report.ExitCode)
	}
	return nil
}

// inspect analyses packages, and plans fixes where the flags say so. It returns no
// report where nothing is to be said.
func (a *app) inspect(ctx context.Context, f *flags, patterns []string) (*output.Report, *fix.Plan, error) {
	failOn, err := finding.ParseSeverity(f.failOn)
	if err != nil {
		return nil, nil, fmt.Errorf("--fail-on: %w", err)
	}
	if err := f.validate(f); err != nil {
		return nil, nil, err
	}
	j, err := a.prepare(ctx, f, patterns)
	if err != nil {
		return nil, nil, err
	}
	known, err := f.readBaseline(j.s)
	if err != nil {
		return nil, nil, err
	}
	base, err := f.changeBase(ctx, j.s)
	if err != nil {
		return nil, nil, err
	}
	start := a.now()
	runs := &runs{app: a, flags: f, job: j, known: known, base: base}
	result, plan, err := runs.analyzeAndFix(ctx)
	if err != nil {
		return nil, nil, err
	}
	if f.debug {
		a.printStats(result.Stats, a.now().Sub(start))
	}
	report := &output.Report{
		Version: toolVersion(),
		Now:     j.s.now,
		Dir:     j.dir,
		Root:    output.RepositoryRoot(j.dir),
		Rules:   a.rules,
		Page:    docs.Rule,
		Read:    j.overlay.ReadFile,
	}
	report.Baseline, report.NewFrom = runs.baseline[result], runs.newFrom[result]
	report.Findings, report.Problems = result.Findings, problems(result, j.dir)
	report.Suppressed = result.Suppressed
	report.ExitCode = exitCode(result, failOn)
	if report.ExitCode == exitClean && (f.unusedFail && len(report.Baseline.Unused) > 0 || f.diff && len(plan.Changes) > 0) {
		report.ExitCode = exitFindings
	}
	if len(j.parts) == 0 && f.isLog() {
		return nil, nil, nil // none of the files is Go
	}
	return report, plan, nil
}

// A job is what the command line asks for.
type job struct {
	dir     string
	s       *settings
	overlay *engine.Overlay
	opts    engine.Options
	parts   []part
}

func (a *app) prepare(ctx context.Context, f *flags, args []string) (*job, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	j := &job{dir: dir}
	if j.s, err = a.settings(f, dir); err != nil {
		return nil, err
	}
	if j.overlay, err = f.readOverlay(dir); err != nil {
		return nil, err
	}
	j.opts = engine.Options{
		Tags:   f.tags,
		Tests:  f.tests,
		Rules:  a.rules,
		Config: j.s.module,

		Overlay:    j.overlay,
		Suppressed: f.showSuppressed,
	}
	j.parts, err = f.scope(ctx, dir, args)
	return j, err
}

// sumsUp reports whether a run ends with lines on standard error that sum it up.
func (f *flags) sumsUp() bool {
	format, err := formatOf(f.format)
	return err == nil && format.closes
}

// isLog reports whether the format is one of lines in a log, of which there are
// none where there is nothing to tell. Others make documents.
func (f *flags) isLog() bool { return f.format == "text" || f.format == "github" }

// readOverlay reads the file of --overlay, nil for none.
func (f *flags) readOverlay(dir string) (*engine.Overlay, error) {
	if f.overlay == "" {
		return nil, nil
	}
	overlay, err := engine.ReadOverlay(f.overlay, dir)
	if err != nil {
		return nil, fmt.Errorf("--overlay: %w", err)
	}
	return overlay, nil
}

// analyze runs the engine and shows its progress.
func (a *app) analyze(ctx context.Context, opts engine.Options, patterns []string) (*engine.Result, error) {
	if len(patterns) == 0 {
		patterns = []string{"./..."}
	}
	progress := newProgress(a.stderr, a.getenv)
	opts.Progress = progress.update
	result, err := engine.Run(ctx, opts, patterns...)
	progress.clear()
	if err != nil {
		return nil, err
	}
	return result, ctx.Err()
}

func exitCode(r *engine.Result, failOn finding.Severity) int {
	switch {
	case len(r.Internal) > 0:
		return exitUsage
	case len(r.Skipped) > 0:
		return exitSkipped
	case slices.ContainsFunc(r.Findings, func(f finding.Finding) bool { return f.Severity >= failOn }):
		return exitFindings
	}
	return exitClean
}

// problems lists the packages that could not be analysed and the errors of the
// checks.
func problems(r *engine.Result, dir string) []output.Problem {
	var out []output.Problem
	for _, e := range r.Skipped {
		// The type checker quotes literals, keys among them.
		p := output.Problem{Package: e.Package, Message: finding.Redact(strings.TrimSpace(e.Msg)), Partial: e.Partial, Tests: e.Tests}
		p.File, p.Line, p.Column = splitPosition(e.Pos)
		if p.File != "" && !filepath.IsAbs(p.File) {
			p.File = filepath.Join(dir, p.File)
		}
		out = append(out, p)
	}
	for _, err := range r.Internal {
		p := output.Problem{Message: err.Error(), Internal: true}
		if crash, ok := errors.AsType[*rule.PanicError](err); ok {
			p.Package = crash.Package
		}
		out = append(out, p)
	}
	return out
}

var position = regexp.MustCompile(`^(.+?)(?::(\d+))?(?::(\d+))?$`)

// splitPosition splits "file:line:col", of which column and line may be
// missing.
func splitPosition(pos string) (file string, line, column int) {
	m := position.FindStringSubmatch(pos)
	if m == nil || pos == "-" {
		return "", 0, 0
	}
	line, _ = strconv.Atoi(cmp.Or(m[2], "0"))
	column, _ = strconv.Atoi(cmp.Or(m[3], "0"))
	return m[1], line, column
}

// print writes the report on standard output, and what went wrong on standard
// error.
func (a *app) print(r *output.Report, format format, f *flags) error {
	if err := format.write(a, r, f); err != nil {
		return err
	}
	for _, p := range r.Problems {
		text := describe(p, r.Dir)
		if format.name == "github" {
			text = output.GitHubText(text) // commands may stand on standard error too
		}
		a.complain(text)
	}
	if r.Baseline != nil {
		a.printBaseline(r, f)
	}
	if r.NewFrom != nil {
		a.printNewFrom(r.NewFrom, f)
	}
	if f.sumsUp() {
		a.complain(closing(r))
	}
	return nil
}

// describe tells of a problem in the form "file:line: what is wrong; what that
// means".
func describe(p output.Problem, dir string) string {
	if p.Internal {
		return p.Message
	}
	where := p.Package
	if p.File != "" {
		where = output.Relative(dir, p.File)
		for _, n := range []int{p.Line, p.Column} {
			if n > 0 {
				where += ":" + strconv.Itoa(n)
			}
		}
	}
	return where + ": " + p.String()
}

// closing is the line that sums a run up.
func closing(r *output.Report) string {
	var count [finding.Error + 1]int
	for _, f := range r.Findings {
		count[f.Severity]++
	}
	var kinds []string
	for s := finding.Error; s > finding.Info; s-- {
		if count[s] > 0 {
			kinds = append(kinds, plural(count[s], s.String()))
		}
	}
	if n := count[finding.Info]; n > 0 {
		kinds = append(kinds, fmt.Sprintf("%d info", n))
	}
	line := plural(len(r.Findings), "finding")
	if len(kinds) > 0 {
		line += " (" + strings.Join(kinds, ", ") + ")"
	}
	if n := len(r.Suppressed); n > 0 {
		line += fmt.Sprintf(", %d suppressed", n)
	}
	skipped, partial := make(map[string]bool), make(map[string]bool)
	for _, p := range r.Problems {
		switch {
		case p.Partial, p.Tests:
			partial[p.Package] = true
		case !p.Internal:
			skipped[p.Package] = true
		}
	}
	if len(skipped) > 0 {
		line += ", " + plural(len(skipped), "package") + " not analysed"
	}
	if len(partial) > 0 {
		line += ", " + plural(len(partial), "package") + " analysed in part"
	}
	return line + "; reference date " + r.Now.Format(time.DateOnly)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func (a *app) printStats(s engine.Stats, took time.Duration) {
	fmt.Fprintf(a.stderr, "leapguard: %d roots, %d candidates, %d targets, %d dependencies in %.2f s\n",
		s.Roots, s.Candidates, len(s.Targets), s.Dependencies, took.Seconds())
	for _, t := range s.Targets {
		ssa := ""
		if t.SSA {
			ssa = "; SSA"
		}
		fmt.Fprintf(a.stderr, "leapguard: target %s: %s%s\n", t.Package, strings.Join(t.Reasons, ", "), ssa)
	}
}
