package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/docs"
)

func (a *app) explainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Print the page of a rule",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return errors.New("explain takes one rule, as in leapguard explain yearadd; leapguard rules lists them")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return a.slugs(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			r := analyzers.Lookup(args[0])
			if r == nil {
				return a.unknownRule(args[0])
			}
			_, err := fmt.Fprint(a.stdout, docs.Rule(r.Slug))
			return err
		},
	}
}

// unknownRule tells what is wrong with the name of a rule.
func (a *app) unknownRule(name string) error {
	var members []string
	for _, r := range a.rules {
		if string(r.Family) == name {
			members = append(members, r.Slug)
		}
	}
	if len(members) > 0 {
		return fmt.Errorf("%s is a family; its rules are %s", name, strings.Join(members, ", "))
	}
	return fmt.Errorf("unknown rule %q; leapguard rules lists them", name)
}

func (a *app) slugs() []string {
	var slugs []string
	for _, r := range a.rules {
		slugs = append(slugs, r.Slug)
	}
	return slugs
}

func (a *app) rulesCommand() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				return a.listRules()
			case "json":
				return a.encodeRules()
			}
			return fmt.Errorf("unknown format %q (want text, json)", format)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", "text", "output format: text, json")
	return cmd
}

func (a *app) listRules() error {
	w := tabwriter.NewWriter(a.stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "RULE\tFAMILY\tSEVERITY\tPROFILE\tREPORTS")
	for _, r := range a.rules {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\n", r.Slug, r.Family, r.Severity, r.Profile, r.Title)
	}
	return w.Flush()
}

// jsonRule is a rule as rules -f json prints it.
type jsonRule struct {
	Slug          string       `json:"slug"`
	Was           []string     `json:"was"`
	Title         string       `json:"title"`
	Family        string       `json:"family"`
	Severity      string       `json:"severity"`
	Confidence    string       `json:"confidence"`
	Profile       string       `json:"profile"`
	Since         string       `json:"since"`
	CWE           []int        `json:"cwe"`
	Fix           string       `json:"fix"`
	DateDependent bool         `json:"date_dependent"`
	Overlaps      []string     `json:"overlaps"`
	Options       []jsonOption `json:"options"`
	URL           string       `json:"url"`
}

type jsonOption struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Default any    `json:"default"`
	Strict  any    `json:"strict"` // in the strict profile
	Doc     string `json:"doc"`
}

func (a *app) encodeRules() error {
	list := make([]jsonRule, 0, len(a.rules))
	for _, r := range a.rules {
		options := []jsonOption{}
		for _, o := range r.Check().Options {
			options = append(options, jsonOption{o.Name, o.Type(), o.Default, o.Strict, o.Doc})
		}
		list = append(list, jsonRule{
			Slug:          r.Slug,
			Was:           nonNil(r.Was),
			Title:         r.Title,
			Family:        string(r.Family),
			Severity:      r.Severity.String(),
			Confidence:    string(r.Confidence),
			Profile:       string(r.Profile),
			Since:         r.Since,
			CWE:           nonNil(r.CWE),
			Fix:           string(r.Fix),
			DateDependent: r.DateDependent,
			Overlaps:      nonNil(r.Overlaps),
			Options:       options,
			URL:           r.URL(),
		})
	}
	enc := json.NewEncoder(a.stdout)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(list)
}

// nonNil makes an empty list print as such.
func nonNil[T any](list []T) []T { return append([]T{}, list...) }

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.stdout, versionLine())
			return err
		},
	}
}

// versionLine is what --version and the verb print.
func versionLine() string {
	return fmt.Sprintf("leapguard %s (%s %s/%s)", toolVersion(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// toolVersion returns the version of the module that the program was built
// from, "devel" where it was built from a working copy.
func toolVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return strings.TrimPrefix(info.Main.Version, "v")
}
