package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strings"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/output"
	"github.com/leapguard/leapguard/internal/revision"
)

// A changeBase is the commit that --new-from compares with.
type changeBase struct {
	repo   *revision.Repository
	rev    string // as it was given
	commit string
	tree   *revision.Tree // while the commit is analysed
	old    *engine.Result // of the commit, once it was analysed
	s      *settings
}

// changeBase returns the commit of --new-from, nil without the flag.
func (f *flags) changeBase(ctx context.Context, s *settings) (*changeBase, error) {
	if !f.given("new-from") {
		return nil, nil
	}
	repo, err := revision.Open(ctx, s.dir)
	if err != nil {
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	commit, err := repo.MergeBase(ctx, f.newFrom)
	if err != nil {
		return nil, fmt.Errorf("--new-from: %w", err)
	}
	return &changeBase{repo: repo, rev: f.newFrom, commit: commit, s: s}, nil
}

// keepNew takes the findings that the commit has already out of a result. Nothing
// is analysed where there are none.
func (a *app) keepNew(ctx context.Context, b *changeBase, opts engine.Options, parts []part, result *engine.Result) (*output.NewFrom, error) {
	out := &output.NewFrom{Revision: b.rev, Commit: b.commit}
	if len(result.Findings) == 0 {
		return out, nil
	}
	if b.old == nil {
		old, err := a.analyzeCommit(ctx, b, opts, parts)
		if err != nil {
			return nil, fmt.Errorf("--new-from %s: %w", out, err)
		}
		b.old = old
	}
	old := b.old
	known := make(map[string]bool)
	for _, f := range old.Findings {
		known[f.Fingerprint] = true
	}
	before := len(result.Findings)
	result.Findings = slices.DeleteFunc(result.Findings, func(f finding.Finding) bool { return known[f.Fingerprint] })
	out.Known = before - len(result.Findings)
	for _, e := range old.Skipped {
		if slices.ContainsFunc(result.Findings, func(f finding.Finding) bool { return f.Package == e.Package }) {
			p := output.Problem{Package: e.Package, Message: b.tree.Rename(e.Error(), output.ShortCommit(b.commit))}
			out.Unknown = append(out.Unknown, p)
		}
	}
	for _, err := range old.Internal {
		out.Unknown = append(out.Unknown, output.Problem{Message: err.Error(), Internal: true})
	}
	return out, nil
}

// analyzeCommit analyses the packages of the commit, in a temporary directory, with
// the settings of the working tree: changed ones would make old findings new.
func (a *app) analyzeCommit(ctx context.Context, b *changeBase, opts engine.Options, parts []part) (result *engine.Result, err error) {
	// A second signal must not end the process before the directory is gone.
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, endings()...)
	defer signal.Stop(signals)
	b.tree, err = b.repo.Export(ctx, b.commit)
	if err != nil {
		return nil, err
	}
	defer func() {
		if removed := b.tree.Remove(); err == nil {
			err = removed
		}
	}()
	var old []part
	for _, p := range parts {
		if p, ok := b.oldPart(p); ok {
			old = append(old, p)
		}
	}
	opts.MissingOK, opts.Overlay, opts.Config = true, nil, b.config
	all := &engine.Result{}
	for _, p := range old {
		opts.Env, err = b.environ(ctx, p)
		if err != nil {
			return nil, err
		}
		r, err := a.analyzeParts(ctx, opts, []part{p})
		if err != nil {
			return nil, fmt.Errorf("%s", b.tree.Rename(err.Error(), output.ShortCommit(b.commit)))
		}
		add(all, r)
	}
	return all, nil
}

// oldPart returns the part of the commit that answers to one of the working tree,
// and whether there is any.
func (b *changeBase) oldPart(p part) (part, bool) {
	dir, ok := b.tree.Old(p.dir)
	if info, err := os.Stat(dir); !ok || err != nil || !info.IsDir() {
		return part{}, false
	}
	var patterns []string
	for _, pattern := range p.patterns {
		if filepath.IsAbs(pattern) {
			base, wild := strings.CutSuffix(pattern, "...")
			if old, ok := b.tree.Old(base); ok && wild {
				pattern = filepath.Join(old, "...")
			} else if ok {
				pattern = old
			}
		}
		if strings.HasSuffix(pattern, ".go") {
			if _, err := os.Stat(absolute(dir, pattern)); err != nil {
				continue
			}
		}
		patterns = append(patterns, pattern)
	}
	nothing := len(patterns) == 0 && len(p.patterns) > 0
	p.dir, p.patterns = dir, patterns
	return p, !nothing
}

// environ returns the environment of the go command for a part of the commit.
func (b *changeBase) environ(ctx context.Context, p part) ([]string, error) {
	work := "off"
	if !p.apart {
		dir, _ := b.tree.New(p.dir)
		var err error
		if work, err = b.tree.GOWORK(ctx, dir); err != nil {
			return nil, err
		}
	}
	return append(os.Environ(), "GOWORK="+work), nil
}

// config returns the configuration of the working tree for a module of the commit.
func (b *changeBase) config(module string) (*config.Config, error) {
	dir, ok := b.tree.New(module)
	if !ok {
		return b.s.module(module)
	}
	c, err := b.s.module(dir)
	if err != nil {
		return nil, err
	}
	if root, ok := b.tree.Old(c.Root); ok {
		c.Root = root
	}
	return c, nil
}

// printNewFrom tells what was compared, and what could not be.
func (a *app) printNewFrom(n *output.NewFrom, f *flags) {
	for _, p := range n.Unknown {
		a.complain(fmt.Sprintf("%s in %s; its findings count as new", p.Message, n))
	}
	if n.Known > 0 && f.sumsUp() {
		a.complain(fmt.Sprintf("%s of %s not shown", plural(n.Known, "finding"), n))
	}
}
