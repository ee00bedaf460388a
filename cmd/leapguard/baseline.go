package main

import (
	"cmp"
	"context"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/leapguard/leapguard/internal/baseline"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/output"
	"github.com/leapguard/leapguard/internal/rule"
)

const longBaseline = `A baseline is a file of the findings that a project knows and does not want to
hear of again, so that only new ones count. It stands in ` + baseline.FileName + `
beside go.mod, unless --baseline or the key baseline of the configuration names
another file, and belongs under version control:

  leapguard baseline write                # accept what there is now
  leapguard --baseline ` + baseline.FileName + `
  leapguard baseline check                # in CI: nothing new, nothing unused
  leapguard baseline prune                # drop what is fixed

A finding is known by its rule, its package, its declaration and its text, not by
its line: it stays known when code moves, files are renamed or reformatted.

An entry is unused if its finding is gone. Whether it is can be said only where
its package was analysed and its rule was on; other entries are kept.`

func (a *app) baselineCommand(root *cobra.Command, f *flags) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "baseline",
		Short: "Keep a file of known findings, so that only new ones count",
		Long:  longBaseline,
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return fmt.Errorf("baseline takes a verb: write, check or prune; run %s --help", cmd.CommandPath())
		},
	}
	add := func(name, short string, run func(context.Context, *flags, []string) error, flags ...string) *cobra.Command {
		verb := &cobra.Command{
			Use:               name + " [flags] [packages]",
			Short:             short,
			Args:              cobra.ArbitraryArgs,
			ValidArgsFunction: cobra.NoFileCompletions,
			RunE: func(cmd *cobra.Command, args []string) error {
				if err := enter(f.dir); err != nil {
					return err
				}
				return run(cmd.Context(), f, args)
			},
		}
		verb.Flags().SortFlags = false
		for _, flag := range flags {
			verb.Flags().AddFlag(root.Flags().Lookup(flag))
		}
		cmd.AddCommand(verb)
		return verb
	}
	common := []string{"baseline", "checks", "profile", "config", "now", "tests", "tags", "overlay", "directory", "debug"}
	add("write", "Write the findings that there are", a.baselineWrite, common...)
	check := add("check", "Report new findings and unused entries", a.baselineCheck, append(common, "format", "no-frames")...)
	// A baseline knows findings of any severity, so that by default any new one counts.
	failOn := *root.Flags().Lookup("fail-on")
	failOn.DefValue = finding.Info.String()
	check.Flags().AddFlag(&failOn)
	check.PreRun = func(cmd *cobra.Command, _ []string) {
		if !cmd.Flags().Changed(failOn.Name) {
			f.failOn = failOn.DefValue
		}
	}
	add("prune", "Drop unused entries", a.baselinePrune, common...)
	return cmd
}

// baselineName returns the file of the baseline: that of the flag, else that of the
// configuration, else the usual one beside the go.mod of the module in the working
// directory.
func (f *flags) baselineName(s *settings) string {
	if name := cmp.Or(f.baseline, s.baseline); name != "" {
		return name
	}
	return output.Relative(s.dir, filepath.Join(config.ModuleRoot(s.dir), baseline.FileName))
}

// readBaseline reads the baseline of a run. It returns nil for none, which an empty
// flag asks for.
func (f *flags) readBaseline(s *settings) (*baseline.Baseline, error) {
	switch {
	case f.unusedFail:
	case f.given("baseline"):
		if f.baseline == "" {
			return nil, nil
		}
	case s.baseline == "":
		return nil, nil
	}
	return baseline.Read(f.baselineName(s))
}

func (a *app) baselineCheck(ctx context.Context, f *flags, patterns []string) error {
	f.unusedFail = true
	return a.check(ctx, f, patterns)
}

// baselineWrite adds what was found to the baseline and drops what is unused.
func (a *app) baselineWrite(ctx context.Context, f *flags, patterns []string) error {
	return a.rewrite(ctx, f, patterns, baseline.ReadIfAny, func(j *job, b *baseline.Baseline, run *baseline.Run) (*baseline.Baseline, string) {
		news, unused := b.Split(run)
		next := b.With(run, j.overlay.ReadFile).Without(unused)
		return next, fmt.Sprintf("%s, %d of them new; %d unused dropped", plural(len(next.Entries), "known finding"), len(news), len(unused))
	})
}

// baselinePrune drops what is unused.
func (a *app) baselinePrune(ctx context.Context, f *flags, patterns []string) error {
	return a.rewrite(ctx, f, patterns, baseline.Read, func(_ *job, b *baseline.Baseline, run *baseline.Run) (*baseline.Baseline, string) {
		_, unused := b.Split(run)
		return b.Without(unused), fmt.Sprintf("%d unused dropped, %s left", len(unused), plural(len(b.Entries)-len(unused), "known finding"))
	})
}

// rewrite changes a baseline by what a run finds.
func (a *app) rewrite(ctx context.Context, f *flags, patterns []string, read func(string) (*baseline.Baseline, error),
	change func(*job, *baseline.Baseline, *baseline.Run) (*baseline.Baseline, string),
) error {
	j, err := a.prepare(ctx, f, patterns)
	if err != nil {
		return err
	}
	name := f.baselineName(j.s)
	b, err := read(name)
	if err != nil {
		return err
	}
	result, err := a.analyzeParts(ctx, j.opts, j.parts)
	if err != nil {
		return err
	}
	for _, p := range problems(result, j.dir) {
		a.complain(describe(p, j.dir))
	}
	if len(result.Internal) > 0 {
		a.complain(name + " was not written")
		return exitError(exitUsage)
	}
	run, err := j.run(f, result)
	if err != nil {
		return err
	}
	next, what := change(j, b, run)
	if err := next.Write(name); err != nil {
		return err
	}
	a.complain(name + ": " + what)
	if j.s.baseline == "" && f.baseline == "" {
		a.complain("to have it used, " + f.useBaseline(j.dir, name))
	}
	if len(result.Skipped) > 0 {
		return exitError(exitSkipped)
	}
	return nil
}

// useBaseline tells how runs come to know the baseline of the usual name.
func (f *flags) useBaseline(dir, name string) string {
	root := config.ModuleRoot(dir)
	if root == "" || f.config != "" { // no .leapguard.yaml is read
		return "run leapguard with --baseline " + name
	}
	return fmt.Sprintf("add \"baseline: %s\" to %s", baseline.FileName, output.Relative(dir, filepath.Join(root, config.FileName)))
}

// run describes a result to a baseline.
func (j *job) run(f *flags, result *engine.Result) (*baseline.Run, error) {
	run := &baseline.Run{
		Findings: result.Findings,
		Failed:   make(map[string]bool),
		Modules:  make(map[string]string),
		Tests:    f.tests,
		Now:      j.s.now,

		DateDependent: make(map[string]bool),
	}
	for _, r := range j.opts.Rules {
		run.DateDependent[r.Slug] = r.DateDependent
	}
	for _, e := range result.Skipped {
		run.Failed[e.Package] = true
	}
	configs := make(map[string]*config.Config)
	for _, p := range result.Packages {
		c := configs[p.Module.Dir]
		if c == nil {
			var err error
			if c, err = j.s.module(p.Module.Dir); err != nil {
				return nil, err
			}
			configs[p.Module.Dir] = c
		}
		if result.Whole && p.Module.Path != "" {
			run.Modules[p.Module.Path] = p.Module.Dir
		}
		run.Packages = append(run.Packages, baseline.Package{
			Path:    p.Path,
			Strict:  c.Profile == config.Strict,
			Ran:     func(slug string) bool { return j.ran(c, slug) },
			Ignored: ignoredFiles(p, f.tests),
		})
	}
	return run, nil
}

// ran reports whether a rule is on.
func (j *job) ran(c *config.Config, slug string) bool {
	return slices.ContainsFunc(j.opts.Rules, func(r *rule.Rule) bool { return r.Slug == slug && c.Enabled(r.Check()) })
}

// ignoredFiles returns the Go files of a package that were left out.
func ignoredFiles(p engine.Package, tests bool) []string {
	var out []string
	for _, name := range p.Ignored {
		if filepath.Ext(name) == ".go" {
			out = append(out, name)
		}
	}
	if !tests {
		names, _ := filepath.Glob(filepath.Join(p.Dir, "*_test.go"))
		out = append(out, names...)
	}
	return out
}

// keepUnknown takes the findings that a baseline knows out of a result.
func (j *job) keepUnknown(f *flags, b *baseline.Baseline, result *engine.Result) (*output.Baseline, error) {
	run, err := j.run(f, result)
	if err != nil {
		return nil, err
	}
	out := &output.Baseline{File: absolute(j.dir, f.baselineName(j.s))}
	news, unused := b.Split(run)
	out.Known = len(result.Findings) - len(news)
	result.Findings = news
	if len(result.Internal) == 0 { // or a finding may be missing for that
		for _, e := range unused {
			out.Unused = append(out.Unused, output.UnusedEntry{Line: b.Line(e), Entry: e})
		}
	}
	return out, nil
}

// printBaseline tells which entries are unused, and how much was known.
func (a *app) printBaseline(r *output.Report, f *flags) {
	b := r.Baseline
	name := output.Relative(r.Dir, b.File)
	for _, u := range b.Unused {
		where := u.Package
		if u.Declaration != "" {
			where = u.Declaration + " of " + where
		}
		a.complain(fmt.Sprintf("%s:%d: unused entry: %s in %s is gone; leapguard baseline prune drops it", name, u.Line, u.Rule, where))
	}
	if b.Known > 0 && f.sumsUp() {
		a.complain(fmt.Sprintf("%s of %s not shown", plural(b.Known, "finding"), name))
	}
}
