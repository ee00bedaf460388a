package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
)

const long = `leapguard finds, in Go code, dates that do not exist, certificates that cannot
be renewed, and destructive operations whose guard is missing.

It analyses the packages that the patterns match, as go build understands
them; without patterns, those of ./... . Checks are configured in the file
` + config.FileName + ` beside go.mod; flags win over it.

The reference date, with which date-dependent checks compare, is that of
--now, else SOURCE_DATE_EPOCH, else the configuration's, else today in UTC.

Exit codes:
  0  nothing at or above --fail-on
  1  findings at or above --fail-on
  2  wrong usage or configuration, no such packages, interrupt, internal error
  3  some packages could not be analysed; they are listed
The highest of 2, 3, 1, 0 that applies.`

const overlayUsage = "JSON file {\"Replace\": {FILE: REPLACEMENT}} that puts files in the place of others,\nas that of go build"

// flags are the command line's.
type flags struct {
	format   string
	checks   string
	profile  string
	config   string
	now      string
	failOn   string
	tags     string
	overlay  string
	dir      string
	tests    bool
	noFrames bool
	debug    bool
	baseline string
	newFrom  string
	files    bool

	showSuppressed bool

	given      func(flag string) bool // whether it stands on the command line, be it empty
	unusedFail bool                   // unused entries of the baseline make the exit code 1
	fixFlags
}

func (a *app) command() *cobra.Command {
	var f flags
	root := &cobra.Command{
		Use:           "leapguard [flags] [packages]",
		Short:         "Find dates that do not exist, certificates that expire, guards that are missing",
		Long:          long,
		Version:       versionLine(),
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := enter(f.dir); err != nil {
				return err
			}
			return suggestVerb(cmd, args, a.check(cmd.Context(), &f, args))
		},
		ValidArgsFunction: cobra.NoFileCompletions,
	}
	set := root.Flags()
	set.SortFlags = false
	set.StringVarP(&f.format, "format", "f", "text", "output format: "+strings.Join(formatNames, ", "))
	set.StringVar(&f.checks, "checks", "", "comma list of checks, families or \"all\", each with an optional - that turns it off;\na list that begins with a name means these only")
	set.StringVar(&f.profile, "profile", "", "default or strict")
	set.StringVar(&f.config, "config", "", "configuration file for every module (default "+config.FileName+" beside go.mod)")
	set.StringVar(&f.now, "now", "", "reference date, YYYY-MM-DD")
	set.StringVar(&f.failOn, "fail-on", finding.Warning.String(), "least severity of a finding that makes the exit code 1: info, warning or error")
	set.BoolVar(&f.tests, "tests", true, "analyse test files too")
	set.StringVar(&f.tags, "tags", "", "comma list of build tags")
	set.StringVar(&f.overlay, "overlay", "", overlayUsage)
	set.StringVar(&f.baseline, "baseline", "", "file of known findings, which are not reported; see leapguard baseline --help")
	set.StringVar(&f.newFrom, "new-from", "", "report only what is new since HEAD parted from this git revision")
	set.VarPF((*filesFlag)(&f.files), "files", "", "the arguments are files; analyse the packages that they belong to").NoOptDefVal = "true"
	set.StringVarP(&f.dir, "directory", "C", "", "change to this directory first")
	f.add(root)
	set.BoolVar(&f.showSuppressed, "show-suppressed", false, "show what comments suppress, too (text, json, jsonl, sarif)")
	set.BoolVar(&f.noFrames, "no-frames", false, "one line for each finding, without its source (text)")
	set.BoolVar(&f.debug, "debug", false, "tell which packages were analysed, why, and how long it took")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%w; run %s --help for the flags", err, cmd.CommandPath())
	})
	root.SetVersionTemplate("{{.Version}}\n")
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	f.given = set.Changed
	root.AddCommand(
		a.auditCommand(), a.baselineCommand(root, &f), a.explainCommand(), a.initCommand(),
		a.reviewCommand(root, &f), a.rulesCommand(), a.versionCommand(),
	)
	return root
}

// suggestVerb adds to the error for a package that does not exist what may have been
// meant: a verb, a directory, or what is a verb to other tools.
func suggestVerb(cmd *cobra.Command, args []string, err error) error {
	if err == nil || len(args) == 0 || !strings.Contains(err.Error(), "package "+args[0]+" is not in std") {
		return err
	}
	cmd.SuggestionsMinimumDistance = 2
	if verbs := cmd.SuggestionsFor(args[0]); len(verbs) > 0 {
		return fmt.Errorf("%w; did you mean leapguard %s?", err, strings.Join(verbs, " or leapguard "))
	}
	if info, statErr := os.Stat(args[0]); statErr == nil && info.IsDir() {
		return fmt.Errorf("%w; did you mean ./%s?", err, filepath.ToSlash(args[0]))
	}
	return fmt.Errorf("%w; packages follow without a verb: leapguard ./... takes all of the module", err)
}

// enter changes to a directory, unless it is "".
func enter(dir string) error {
	if dir == "" {
		return nil
	}
	if err := os.Chdir(dir); err != nil {
		return fmt.Errorf("-C: %w", err)
	}
	return nil
}
