package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/filescope"
	"github.com/leapguard/leapguard/internal/finding"
)

// A part is a module, or what patterns match, of what a run analyses.
type part struct {
	dir      string // working directory of the go command
	apart    bool   // without go.work
	patterns []string
	only     []string // import paths of the packages that count; nil means all
}

// A filesFlag is the flag --files, which says of what kind the arguments are.
type filesFlag bool

func (f *filesFlag) String() string { return strconv.FormatBool(bool(*f)) }
func (f *filesFlag) Type() string   { return "bool" }

func (f *filesFlag) Set(value string) error {
	on, err := strconv.ParseBool(value)
	if err != nil {
		return errors.New("it has no value; the names stand behind it, as in --files a.go b.go")
	}
	*f = filesFlag(on)
	return nil
}

// scope returns what the arguments of the command line mean: the packages that
// patterns match, or those of files.
//
// Packages of files are analysed amid all of their module, so that no more and no
// less is found in them than by ./... .
func (f *flags) scope(ctx context.Context, dir string, args []string) ([]part, error) {
	if !f.files {
		return []part{{dir: dir, patterns: args}}, nil
	}
	modules, err := filescope.Group(ctx, dir, args)
	if err != nil {
		return nil, fmt.Errorf("--files: %w", err)
	}
	var parts []part
	for _, m := range modules {
		parts = append(parts, part{dir: m.Dir, apart: m.Apart, patterns: []string{"./..."}, only: m.Packages})
	}
	return parts, nil
}

// analyzeParts runs the engine on each part, and adds up what it says.
func (a *app) analyzeParts(ctx context.Context, opts engine.Options, parts []part) (*engine.Result, error) {
	all := &engine.Result{Whole: true}
	for _, p := range parts {
		opts := opts
		opts.Dir = p.dir
		if p.apart {
			opts.Env = append(os.Environ(), "GOWORK=off")
		}
		if p.only != nil {
			opts.Only = p.counts
			opts.MissingOK = true // files for other platforms
		}
		r, err := a.analyze(ctx, opts, p.patterns)
		if err != nil {
			return nil, err
		}
		p.narrow(r)
		add(all, r)
	}
	all.Findings, all.Suppressed = finding.Normalize(all.Findings), finding.Normalize(all.Suppressed)
	slices.SortFunc(all.Skipped, func(a, b engine.PackageError) int { return cmp.Compare(a.Error(), b.Error()) })
	all.Skipped = slices.Compact(all.Skipped)
	return all, nil
}

// counts reports whether a package, or the one that it tests, is among those that
// count.
func (p *part) counts(path string) bool {
	return slices.Contains(p.only, path) || slices.Contains(p.only, strings.TrimSuffix(path, "_test"))
}

// narrow leaves only the findings in the packages that count, and what is suppressed
// there.
func (p *part) narrow(r *engine.Result) {
	if p.only == nil {
		return
	}
	r.Whole = false
	aside := func(f finding.Finding) bool { return !p.counts(f.Package) }
	r.Findings, r.Suppressed = slices.DeleteFunc(r.Findings, aside), slices.DeleteFunc(r.Suppressed, aside)
}

// narrow leaves only what could not be analysed of the packages that count. Others
// tell whether fixes break them.
func (j *job) narrow(r *engine.Result) {
	r.Skipped = slices.DeleteFunc(r.Skipped, func(e engine.PackageError) bool {
		return !slices.ContainsFunc(j.parts, func(p part) bool { return p.only == nil || p.counts(e.Package) })
	})
}

func add(all, r *engine.Result) {
	all.Findings = append(all.Findings, r.Findings...)
	all.Suppressed = append(all.Suppressed, r.Suppressed...)
	all.Skipped = append(all.Skipped, r.Skipped...)
	all.Internal = append(all.Internal, r.Internal...)
	all.Packages = append(all.Packages, r.Packages...)
	all.Files = append(all.Files, r.Files...)
	all.Whole = all.Whole && r.Whole
	all.Stats.Roots += r.Stats.Roots
	all.Stats.Candidates += r.Stats.Candidates
	all.Stats.Dependencies += r.Stats.Dependencies
	all.Stats.Targets = append(all.Stats.Targets, r.Stats.Targets...)
}

// absolute returns the name of a file that is relative to dir.
func absolute(dir, name string) string {
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}
