//go:build unix

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/rule"
)

// variantEnv, when set, makes this program a variant of leapguard whose checks
// do nothing, for the cost of what comes before them.
const variantEnv = "LEAPGUARD_BENCH_VARIANT"

// builtEnv holds the paths of the packages that the SSA variant builds.
const builtEnv = "LEAPGUARD_BENCH_BUILT"

// familyEnv names the one family of which variants have the checks, if any.
const familyEnv = "LEAPGUARD_BENCH_FAMILY"

// The variants.
const (
	variantLoad = "load" // load and type-check what triggers
	variantSSA  = "ssa"  // and build the SSA that the checks would ask for
	variantList = "list" // print the packages of which they do
)

// runVariant analyses packages with checks that find nothing, and prints how
// many packages triggered. Those that only a fact would make targets are not
// among them.
func runVariant(kind string, args []string) error {
	engine.TuneMemory()
	set := flag.NewFlagSet("variant", flag.ContinueOnError)
	tests := set.Bool("tests", true, "")
	if err := set.Parse(args); err != nil {
		return err
	}
	run := func(*rule.Pass) error { return nil }
	if kind == variantSSA {
		built := strings.Fields(os.Getenv(builtEnv))
		run = func(pass *rule.Pass) error {
			if slices.Contains(built, pass.Pkg.Path()) {
				flow.Of(pass.Pass).Funcs()
			}
			return nil
		}
	}
	rules := defaults(os.Getenv(familyEnv))
	if kind != variantList {
		rules = hollow(rules, run)
	}
	result, err := engine.Run(context.Background(), engine.Options{Tests: *tests, Rules: rules}, set.Args()...)
	if err != nil {
		return err
	}
	if kind == variantList {
		for _, t := range result.Stats.Targets {
			if path, _, _ := strings.Cut(t.Package, " "); t.SSA {
				fmt.Println(path)
			}
		}
	} else {
		fmt.Println(len(result.Stats.Targets))
	}
	return errors.Join(result.Internal...)
}

// defaults returns the checks of the default profile, of one family if that is
// not empty.
func defaults(family string) []*rule.Rule {
	return slices.DeleteFunc(slices.Clone(analyzers.All()), func(r *rule.Rule) bool {
		return r.Profile != config.Default || family != "" && string(r.Family) != family
	})
}

// slugs returns the names of checks as --checks takes them. The name of a family
// would turn its strict checks on, too, which the variants do not have.
func slugs(checks []*rule.Rule) string {
	var out []string
	for _, r := range checks {
		out = append(out, r.Slug)
	}
	return strings.Join(out, ",")
}

// hollow returns checks with the same triggers but another Run.
func hollow(checks []*rule.Rule, run func(*rule.Pass) error) []*rule.Rule {
	cores := make(map[*rule.Core]*rule.Core)
	var rules []*rule.Rule
	for _, r := range checks {
		def := rule.Def{
			Meta:     rule.Meta{Slug: r.Slug, Title: r.Title, Family: r.Family, Profile: r.Profile, Triggers: r.Triggers, SilentInTests: r.SilentInTests},
			Requires: []*analysis.Analyzer{flow.Core.Analyzer},
			Run:      run,
		}
		for _, c := range r.Cores {
			def.Cores = append(def.Cores, hollowCore(c, cores))
		}
		rules = append(rules, rule.New(def))
	}
	return rules
}

func hollowCore(c *rule.Core, done map[*rule.Core]*rule.Core) *rule.Core {
	if done[c] == nil {
		var below []*rule.Core
		for _, b := range c.Cores {
			below = append(below, hollowCore(b, done))
		}
		done[c] = rule.NewCore(&analysis.Analyzer{
			Name: "hollow" + c.Analyzer.Name,
			Doc:  c.Analyzer.Doc,
			Run:  func(*analysis.Pass) (any, error) { return nil, nil },
		}, c.Triggers, below...)
	}
	return done[c]
}
