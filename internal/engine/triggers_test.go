package engine_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/rule"
)

const moduleRoot = "../.."

// corpus lists the modules that triggers are compared on: the testdata of all
// checks, and the incidents.
func corpus(t *testing.T) map[string]engine.Options {
	t.Helper()
	out := make(map[string]engine.Options)
	add := func(name, dir string) {
		out[name] = engine.Options{Dir: dir, Tests: true, Env: append(os.Environ(), "GOFLAGS=", "GOWORK=off", "GOPROXY=off")}
	}
	for _, r := range analyzers.All() {
		dir := filepath.Join(moduleRoot, "analyzers", string(r.Family), r.Slug, "testdata")
		if r.Family == rule.Directive {
			dir = filepath.Join(moduleRoot, "analyzers", r.Slug, "testdata")
		}
		add(r.Slug, dir)
	}
	add("incidents", filepath.Join(moduleRoot, "testdata", "incidents"))
	return out
}

// run returns the findings and problems of a run, one a line.
func run(t *testing.T, opts engine.Options, patterns ...string) []string {
	t.Helper()
	res, err := engine.Run(context.Background(), opts, patterns...)
	if err != nil {
		t.Fatalf("%s: %v", opts.Dir, err)
	}
	for _, err := range res.Internal {
		t.Errorf("%s: %v", opts.Dir, err)
	}
	var out []string
	for _, f := range res.Findings {
		out = append(out, fmt.Sprintf("%s:%d:%d %s %s", f.File, f.Line, f.Column, f.Analyzer, f.Message))
	}
	return out
}

// difference lists what is in only one of two runs.
func difference(with, without []string) string {
	var out strings.Builder
	for _, f := range without {
		if !slices.Contains(with, f) {
			out.WriteString("\n  only without triggers: " + f)
		}
	}
	for _, f := range with {
		if !slices.Contains(without, f) {
			out.WriteString("\n  only with triggers: " + f)
		}
	}
	return out.String()
}

// TestTriggers compares the findings with triggers to those of every check on
// every package, and then takes one word after the other from the triggers to
// see the comparison fail: each word is needed, and each is covered.
func TestTriggers(t *testing.T) {
	want := make(map[string][]string) // by module, without triggers
	counts := make(map[string]int)
	modules := corpus(t)
	for name, opts := range modules {
		opts.Rules, opts.NoTriggers = analyzers.All(), true
		want[name] = run(t, opts, "./...")
		opts.NoTriggers = false
		if diff := difference(run(t, opts, "./..."), want[name]); diff != "" {
			t.Errorf("%s: triggers change the findings:%s", name, diff)
		}
		for _, f := range want[name] {
			counts[strings.Fields(f)[1]]++
		}
	}
	for _, r := range analyzers.All() {
		if counts[r.Slug] < 3 {
			t.Errorf("%s: %d findings in the compared modules, want at least 3", r.Slug, counts[r.Slug])
		}
	}
	if testing.Short() {
		return
	}
	for word, mutant := range mutants(analyzers.All()) {
		noticed := slices.ContainsFunc(mutant.modules, func(name string) bool {
			opts := modules[name]
			opts.Rules = mutant.rules
			return difference(run(t, opts, "./..."), want[name]) != ""
		})
		if !noticed {
			t.Errorf("the triggers of %s can do without %q", mutant.owner, word)
		}
	}
}

// A mutant is the registry with one word taken from the triggers of a check or
// core.
type mutant struct {
	owner   string
	rules   []*rule.Rule
	modules []string // the checks that may notice, whose testdata to try
}

func mutants(rules []*rule.Rule) func(yield func(string, mutant) bool) {
	return func(yield func(string, mutant) bool) {
		for i, r := range rules {
			for g, w := range words(r.Triggers) {
				changed := *r
				changed.Triggers = without(r.Triggers, g, w)
				list := slices.Clone(rules)
				list[i] = &changed
				if !yield(r.Triggers[g][w], mutant{r.Slug, list, []string{r.Slug}}) {
					return
				}
			}
		}
		for _, c := range cores(rules) {
			for g, w := range words(c.Triggers) {
				list, users := replaceCore(rules, c, without(c.Triggers, g, w))
				if !yield(c.Triggers[g][w], mutant{c.Analyzer.Name, list, users}) {
					return
				}
			}
		}
	}
}

// words yields the indexes of all words.
func words(t rule.Triggers) func(yield func(group, word int) bool) {
	return func(yield func(group, word int) bool) {
		for g := range t {
			for w := range t[g] {
				if !yield(g, w) {
					return
				}
			}
		}
	}
}

func without(t rule.Triggers, group, word int) rule.Triggers {
	out := slices.Clone(t)
	out[group] = slices.Delete(slices.Clone(t[group]), word, word+1)
	return out
}

func cores(rules []*rule.Rule) []*rule.Core {
	var out []*rule.Core
	var add func(c *rule.Core)
	add = func(c *rule.Core) {
		if !slices.Contains(out, c) {
			out = append(out, c)
		}
		for _, below := range c.Cores {
			add(below)
		}
	}
	for _, r := range rules {
		for _, c := range r.Cores {
			add(c)
		}
	}
	return out
}

// replaceCore returns the rules with other triggers for one core, and the
// slugs of those that stand on it.
func replaceCore(rules []*rule.Rule, old *rule.Core, triggers rule.Triggers) (list []*rule.Rule, users []string) {
	copies := make(map[*rule.Core]*rule.Core)
	var dup func(c *rule.Core) *rule.Core
	dup = func(c *rule.Core) *rule.Core {
		if copies[c] == nil {
			d := *c
			copies[c] = &d
			if c == old {
				d.Triggers = triggers
			}
			d.Cores = nil
			for _, below := range c.Cores {
				d.Cores = append(d.Cores, dup(below))
			}
		}
		return copies[c]
	}
	for _, r := range rules {
		changed := *r
		changed.Cores = nil
		for _, c := range r.Cores {
			changed.Cores = append(changed.Cores, dup(c))
		}
		list = append(list, &changed)
		if slices.Contains(cores([]*rule.Rule{r}), old) {
			users = append(users, r.Slug)
		}
	}
	return list, users
}

// TestTriggersOnStd repeats the comparison on the standard library, which
// takes minutes.
func TestTriggersOnStd(t *testing.T) {
	if os.Getenv("LEAPGUARD_STD") == "" {
		t.Skip("set LEAPGUARD_STD=1 to compare on the standard library")
	}
	opts := engine.Options{Tests: true, Rules: analyzers.All()}
	with := run(t, opts, "std")
	opts.NoTriggers = true
	if diff := difference(with, run(t, opts, "std")); diff != "" {
		t.Errorf("triggers change the findings:%s", diff)
	}
}
