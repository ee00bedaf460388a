package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/tools/go/packages"

	"github.com/leapguard/leapguard/internal/engine"
)

// run decides the fate of mutants of the corpus.
func (c *corpus) run(ctx context.Context, mutants []*mutant) error {
	batches := c.batches(mutants)
	errs := make([]error, len(batches))
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var running sync.WaitGroup
	for i, batch := range batches {
		slots <- struct{}{}
		running.Go(func() {
			errs[i] = c.runBatch(ctx, batch)
			<-slots
		})
	}
	running.Wait()
	return errors.Join(errs...)
}

// batches divides mutants into such as can be analysed in one run: each in a
// package of its own, and with the originals of all that this one imports.
func (c *corpus) batches(mutants []*mutant) [][]*mutant {
	var out [][]*mutant
	for len(mutants) > 0 {
		var batch, rest []*mutant
		taken := make(map[*packages.Package]bool)
		for _, m := range mutants {
			if pkg := m.site.file.pkg; taken[pkg] || c.near(pkg, taken) {
				rest = append(rest, m)
			} else {
				taken[pkg] = true
				batch = append(batch, m)
			}
		}
		out = append(out, batch)
		mutants = rest
	}
	return out
}

// near reports whether a package imports one of the others, or one of them it.
func (c *corpus) near(pkg *packages.Package, others map[*packages.Package]bool) bool {
	for o := range others {
		if c.imports(pkg, o) || c.imports(o, pkg) {
			return true
		}
	}
	return false
}

// imports reports whether one package of the corpus leads to another.
func (c *corpus) imports(from, to *packages.Package) bool {
	for _, dep := range from.Imports {
		if dep == to || c.own[dep] && c.imports(dep, to) {
			return true
		}
	}
	return false
}

func (c *corpus) runBatch(ctx context.Context, batch []*mutant) (err error) {
	tmp, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	overlay, err := writeOverlay(tmp, batch)
	if err != nil {
		return err
	}
	var patterns []string
	for _, m := range batch {
		patterns = append(patterns, m.site.file.pkg.PkgPath)
	}
	res, err := engine.Run(ctx, engine.Options{Dir: c.dir, Rules: c.rules, Overlay: overlay}, patterns...)
	if err != nil {
		return err
	}
	for _, m := range batch {
		m.decide(res)
	}
	return nil
}

// writeOverlay writes the texts of mutants to a directory.
func writeOverlay(dir string, batch []*mutant) (*engine.Overlay, error) {
	replace := make(map[string]string)
	for i, m := range batch {
		m.text = m.tidy(m.apply())
		name := filepath.Join(dir, fmt.Sprintf("m%d.go", i))
		if err := os.WriteFile(name, m.text, 0o666); err != nil {
			return nil, err
		}
		replace[m.site.file.name] = name
	}
	doc, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return nil, err
	}
	file := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(file, doc, 0o666); err != nil {
		return nil, err
	}
	return engine.ReadOverlay(file, dir)
}

// decide tells what became of a mutant.
func (m *mutant) decide(res *engine.Result) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, m.site.file.name, m.text, parser.SkipObjectResolution)
	if err != nil {
		return
	}
	for _, x := range res.Findings {
		if x.Package == m.site.file.pkg.PkgPath && slices.Contains(m.op.slugs, x.Analyzer) {
			m.caller = x.Analyzer // unless it is in the function
		}
	}
	m.compiles = !slices.ContainsFunc(res.Skipped, func(e engine.PackageError) bool { return e.Package == m.site.file.pkg.PkgPath })
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || functionName(fn) != functionName(m.site.fn) {
			continue
		}
		for _, x := range res.Findings {
			if x.File == m.site.file.name && within(x, fset.Position(fn.Pos()), fset.Position(fn.End())) && slices.Contains(m.op.slugs, x.Analyzer) {
				m.killer, m.caller = x.Analyzer, ""
			}
		}
	}
}
