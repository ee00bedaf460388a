package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/leapguard/leapguard/internal/audit"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/rule"
)

const longAudit = `Audit lists every call that destroys something, as //leapguard:danger declares
it, and that the packages can come to: its object, the check that guards it, and
the calls from there to it. A way in has one of the standings

  guarded    a check permits it on every path
  unguarded  no check does; leapguard reports it
  waived     reviewed, with the reason
  caller     left to callers that are not among the packages

It also lists dangers that nothing calls, and calls that the analysis could not
resolve: dangers used as values, methods of interfaces behind which one may
stand, reflection; and comments that declare nothing as they are written. Test
files are left out.

Exit codes are those of leapguard; with --fail-unguarded, 1 means that a way in
is unguarded.`

// auditFlags are the command line's of audit.
type auditFlags struct {
	flags
	failUnguarded bool
}

func (a *app) auditCommand() *cobra.Command {
	var f auditFlags
	cmd := &cobra.Command{
		Use:   "audit [flags] [packages]",
		Short: "List every way to a destruction, and the check that guards it",
		Long:  longAudit,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := enter(f.dir); err != nil {
				return err
			}
			return a.audit(cmd.Context(), &f, args)
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	set := cmd.Flags()
	set.SortFlags = false
	set.StringVarP(&f.format, "format", "f", "text", "output format: text, json")
	set.BoolVar(&f.failUnguarded, "fail-unguarded", false, "exit with 1 if a way in is unguarded")
	set.StringVar(&f.config, "config", "", "configuration file for every module (default "+config.FileName+" beside go.mod)")
	set.StringVar(&f.tags, "tags", "", "comma list of build tags")
	set.StringVar(&f.overlay, "overlay", "", overlayUsage)
	set.StringVarP(&f.dir, "directory", "C", "", "change to this directory first")
	return cmd
}

func (a *app) audit(ctx context.Context, f *auditFlags, patterns []string) error {
	if f.format != "text" && f.format != "json" {
		return fmt.Errorf("unknown format %q (want text, json)", f.format)
	}
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	s, err := a.settings(&f.flags, dir)
	if err != nil {
		return err
	}
	overlay, err := f.readOverlay(dir)
	if err != nil {
		return err
	}
	collect := audit.NewRule()
	result, err := a.analyze(ctx, engine.Options{
		Dir:   dir,
		Tags:  f.tags,
		Rules: []*rule.Rule{collect},

		Overlay: overlay,
		// Which checks are on has no bearing on what is there.
		Config: func(module string) (*config.Config, error) {
			c, err := s.module(module)
			if err == nil {
				c.Checks, c.Paths = nil, nil
			}
			return c, err
		},
	}, patterns)
	if err != nil {
		return err
	}
	var packages []audit.Package
	for _, s := range result.Summaries[collect] {
		packages = append(packages, audit.Package{Root: s.Root, Audit: s.Value.(*guard.Audit)})
	}
	list := audit.New(packages)
	if err := a.printAudit(list, result, f, dir); err != nil {
		return err
	}
	switch {
	case len(result.Internal) > 0:
		return exitError(exitUsage)
	case len(result.Skipped) > 0:
		return exitError(exitSkipped)
	case f.failUnguarded && list.Unguarded():
		return exitError(exitFindings)
	}
	return nil
}

// printAudit writes the list on standard output, and what could not be audited
// on standard error.
func (a *app) printAudit(list *audit.List, result *engine.Result, f *auditFlags, dir string) error {
	w := &audit.Writer{W: a.stdout, Dir: dir, Version: toolVersion()}
	var skipped []audit.Problem
	for _, p := range problems(result, dir) {
		message := describe(p, dir)
		a.complain(message)
		skipped = append(skipped, audit.Problem{Package: p.Package, Message: message})
	}
	if f.format == "json" {
		return w.JSON(list, skipped)
	}
	a.complain(sumUp(list))
	return w.Text(list)
}

// sumUp is the line that sums an audit up.
func sumUp(list *audit.List) string {
	count := make(map[guard.Standing]int)
	for _, w := range list.Ways {
		count[w.Standing]++
	}
	var standings []string
	for _, s := range []guard.Standing{guard.Guarded, guard.Unguarded, guard.Waived, guard.Caller} {
		standings = append(standings, fmt.Sprintf("%d %s", count[s], s))
	}
	return fmt.Sprintf("%s to a destruction: %s; %s not resolved",
		plural(len(list.Ways), "way"), strings.Join(standings, ", "), plural(len(list.Gaps), "call"))
}
