package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/fix"
	"github.com/leapguard/leapguard/internal/output"
)

// fixFlags are the flags that have findings fixed.
type fixFlags struct {
	fix, unsafeFixes, diff bool
}

func (f *fixFlags) add(cmd *cobra.Command) {
	set := cmd.Flags()
	set.BoolVar(&f.fix, "fix", false, "apply the safe fixes, and report what is left")
	set.BoolVar(&f.unsafeFixes, "unsafe-fixes", false, "apply with --fix, or show with --diff, also the fixes that change\nwhat the program does and want a review")
	set.BoolVar(&f.diff, "diff", false, "write no file but print what --fix would change, as a unified diff;\nthe exit code is 1 if there is something")
}

func (f fixFlags) wanted() bool { return f.fix || f.diff }

// validate reports flags that do not go together.
func (f fixFlags) validate(all *flags) error {
	switch {
	case f.unsafeFixes && !f.wanted():
		return errors.New("--unsafe-fixes alone does nothing; add --fix or --diff")
	case f.wanted() && all.overlay != "":
		return errors.New("--fix and --diff do not go together with --overlay: the files analysed are not those to be changed")
	case f.diff && all.format != "text":
		return fmt.Errorf("--diff prints a diff and does not go together with -f %s", all.format)
	}
	return nil
}

// writeFixes makes the changes of a plan, unless they cannot be told from what the
// user has changed, or taken back, and want just that.
func writeFixes(ctx context.Context, plan *fix.Plan, dir string) error {
	unstaged, err := plan.Unstaged(ctx)
	if err != nil {
		return err
	}
	if len(unstaged) == 0 {
		return plan.Write(ctx)
	}
	var lines strings.Builder
	for _, name := range unstaged {
		fmt.Fprintf(&lines, "%s has changes that are neither committed nor staged\n", output.Relative(dir, name))
	}
	return errors.New(lines.String() + "nothing is written: unsafe fixes want a review, and git diff would not tell them from your changes; commit or git add the files first, or leave out --unsafe-fixes")
}

// printDiff writes what fixes would change on standard output, and the rest of the
// report on standard error.
func (a *app) printDiff(r *output.Report, plan *fix.Plan) error {
	hidden, err := plan.Diff(a.stdout, r.Dir)
	if err != nil {
		return err
	}
	for _, name := range hidden {
		a.complain(output.Relative(r.Dir, name) + ": the diff is not shown, since there are private keys in it")
	}
	for _, p := range r.Problems {
		a.complain(describe(p, r.Dir))
	}
	a.complain("with the fixes: " + closing(r))
	return nil
}

// printFixes tells of fixes: those that were made, those that were left out, and
// those that could be had.
func (a *app) printFixes(r *output.Report, f *flags, plan *fix.Plan) {
	if plan == nil {
		if f.format == "text" {
			a.complain(fixable(r.Findings))
		}
		return
	}
	for _, l := range plan.Left {
		a.complain(fmt.Sprintf("%s:%d:%d: the fix of %s is left out: %s", output.Relative(r.Dir, l.File), l.Line, l.Column, l.Analyzer, l.Reason))
	}
	if plan.Fixes == 0 {
		a.complain("nothing to fix")
		return
	}
	verb := "fixed"
	if f.diff {
		verb = "would fix"
	}
	a.complain(fmt.Sprintf("%s %s in %s", verb, plural(plan.Fixes, "finding"), plural(len(plan.Changes), "file")))
}

// fixable tells how many findings could be fixed, "" if none.
func fixable(findings []finding.Finding) string {
	var safe, unsafe int
	for _, f := range findings {
		switch {
		case len(f.Fixes) == 0:
		case f.Fixes[0].Safe:
			safe++
		default:
			unsafe++
		}
	}
	switch {
	case safe > 0 && unsafe > 0:
		return fmt.Sprintf("--fix would fix %d of them, --fix --unsafe-fixes %d more", safe, unsafe)
	case safe > 0:
		return fmt.Sprintf("--fix would fix %d of them", safe)
	case unsafe > 0:
		return fmt.Sprintf("--fix --unsafe-fixes would fix %d of them", unsafe)
	}
	return ""
}
