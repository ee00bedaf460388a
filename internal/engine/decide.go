package engine

import (
	"cmp"
	"maps"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/rule"
)

// A plan knows all analyzers of a run: which words they look for, whose facts
// wake them, and in which order they run.
type plan struct {
	read   readFunc
	rules  []*rule.Rule
	cores  []*rule.Core
	order  []*analysis.Analyzer // requirements first
	rank   map[*analysis.Analyzer]int
	owners map[reflect.Type]*analysis.Analyzer // of fact types
	wakes  map[*analysis.Analyzer][]*rule.Rule // by the owner of a fact
	words  map[string]bool                     // of all triggers
	byRule map[*analysis.Analyzer]*rule.Rule
}

func newPlan(rules []*rule.Rule, read readFunc) *plan {
	p := &plan{
		read:   read,
		rules:  rules,
		rank:   make(map[*analysis.Analyzer]int),
		owners: make(map[reflect.Type]*analysis.Analyzer),
		wakes:  make(map[*analysis.Analyzer][]*rule.Rule),
		words:  make(map[string]bool),
		byRule: make(map[*analysis.Analyzer]*rule.Rule),
	}
	var addCore func(r *rule.Rule, c *rule.Core)
	addCore = func(r *rule.Rule, c *rule.Core) {
		if !slices.Contains(p.cores, c) {
			p.cores = append(p.cores, c)
			p.addWords(c.Triggers)
		}
		if !slices.Contains(p.wakes[c.Analyzer], r) {
			p.wakes[c.Analyzer] = append(p.wakes[c.Analyzer], r)
		}
		for _, below := range c.Cores {
			addCore(r, below)
		}
	}
	for _, r := range rules {
		p.byRule[r.Analyzer] = r
		p.wakes[r.Analyzer] = append(p.wakes[r.Analyzer], r)
		p.addWords(r.Triggers)
		for _, t := range r.OptionTriggers {
			p.addWords(t)
		}
		p.visit(r.Analyzer)
		for _, c := range r.Cores {
			addCore(r, c)
		}
	}
	return p
}

func (p *plan) addWords(t rule.Triggers) {
	for _, group := range t {
		for _, word := range group {
			p.words[word] = true
		}
	}
}

// addModels adds the words that a configuration makes rules look for.
func (p *plan) addModels(cfg *config.Config) {
	if len(cfg.Models) == 0 {
		return
	}
	for _, r := range p.rules {
		for _, t := range r.TriggersIn(cfg) {
			p.addWords(t)
		}
	}
}

func (p *plan) visit(a *analysis.Analyzer) {
	if _, ok := p.rank[a]; ok {
		return
	}
	p.rank[a] = -1
	for _, req := range a.Requires {
		p.visit(req)
	}
	p.rank[a] = len(p.order)
	p.order = append(p.order, a)
	for _, f := range a.FactTypes {
		p.owners[reflect.TypeOf(f)] = a
	}
}

// A decision says which analyzers run on a candidate, and why.
type decision struct {
	analyzers []*analysis.Analyzer // requirements first
	reasons   []string             // "yearadd", "fact Wipe", ...
}

// triggered decides by the words in the files alone.
func (p *plan) triggered(u *unit, cfg *config.Config, code, tests wordSet, all bool) *decision {
	d := new(decision)
	words := code.union(tests)
	for _, r := range p.rules {
		words := words
		if r.SilentInTests { // what is reported does not use tests either
			words = code
		}
		if enabled(cfg, r) && (all || slices.ContainsFunc(r.TriggersIn(cfg), words.match)) {
			d.addRule(u, r, r.Slug)
		}
	}
	for _, c := range p.cores {
		used := slices.ContainsFunc(p.wakes[c.Analyzer], func(r *rule.Rule) bool { return enabled(cfg, r) })
		if used && u.imported && (all || code.match(c.Triggers)) {
			d.add(c.Analyzer, c.Analyzer.Name)
		}
	}
	return d
}

// woken adds the checks that wait for facts of one of the names in the files.
func (p *plan) woken(u *unit, cfg *config.Config, table map[string][]source, d *decision) error {
	known := make(map[string][]source)
	for name, sources := range table {
		for _, s := range sources {
			if u.closure.has(s.unit.index) {
				known[name] = append(known[name], s)
			}
		}
	}
	if len(known) == 0 {
		return nil
	}
	code, tests, err := wordsOf(u, p.read, func(word []byte) bool { return known[string(word)] != nil })
	if err != nil {
		return err
	}
	// In a fixed order, since an analyzer keeps the first reason.
	for _, word := range slices.Sorted(maps.Keys(code.union(tests))) {
		for _, r := range p.rules {
			waits := slices.ContainsFunc(known[word], func(s source) bool { return slices.Contains(p.wakes[s.owner], r) })
			if waits && enabled(cfg, r) {
				d.addRule(u, r, r.Slug+" by "+word)
			}
		}
	}
	return nil
}

func enabled(cfg *config.Config, r *rule.Rule) bool {
	return cfg.Enabled(r.Check())
}

// addRule adds a check. Where findings are not reported, only the facts count
// that the check or its cores may export, and the summaries of checks that say so.
func (d *decision) addRule(u *unit, r *rule.Rule, why string) {
	if u.reported() || u.root && ofProgram(r) || r.Everywhere || len(r.FactTypes) > 0 {
		d.add(r.Analyzer, why)
		return
	}
	for _, c := range r.Cores {
		if u.imported {
			d.add(c.Analyzer, why)
		}
	}
}

func (d *decision) add(a *analysis.Analyzer, why string) {
	if !slices.Contains(d.analyzers, a) {
		d.analyzers = append(d.analyzers, a)
		d.reasons = append(d.reasons, why)
	}
}

// complete adds all requirements and sorts.
func (p *plan) complete(d *decision) {
	for i := 0; i < len(d.analyzers); i++ {
		for _, req := range d.analyzers[i].Requires {
			if !slices.Contains(d.analyzers, req) {
				d.analyzers = append(d.analyzers, req)
			}
		}
	}
	slices.SortFunc(d.analyzers, func(a, b *analysis.Analyzer) int { return cmp.Compare(p.rank[a], p.rank[b]) })
	slices.Sort(d.reasons)
}
