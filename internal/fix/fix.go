// Package fix applies the fixes that checks suggest.
//
// It does so in memory first: the fixes that do not touch one another are applied,
// the packages are analysed anew, and so on, until no fix is left. A fix with which
// something does not compile is left out. Only then are files written, all or none.
package fix

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
)

// Options configure [Make].
type Options struct {
	// Unsafe has fixes applied, too, that change what the program does.
	Unsafe bool
	// Analyze finds what is to be fixed, through an overlay. The packages that hold
	// a file of compile, and those that import them, are to be type-checked in any
	// case; see [engine.Options].
	Analyze func(ctx context.Context, overlay *engine.Overlay, compile []string) (*engine.Result, error)
}

// A Plan is what fixes make of files.
type Plan struct {
	Changes []Change // sorted by name
	Fixes   int      // how many were applied
	Left    []Left   // sorted like the findings
	// Result is what is found once the changes are made.
	Result *engine.Result
}

// A Change is that of one file.
type Change struct {
	Name          string // absolute
	Before, After []byte
	Unsafe        bool // some fix of it is not safe
}

// A Left is a fix that was left out.
type Left struct {
	finding.Finding
	Reason string
}

// maxRounds is how often the packages are analysed anew after fixes. What rules say
// about code that others have fixed comes to an end after two or three times.
const maxRounds = 20

// Make analyses packages and plans their fixes. Nothing is written.
func Make(ctx context.Context, opts Options) (*Plan, error) {
	m := &maker{
		opts: opts, digests: engine.NewDigests(),
		files: make(map[string]*file), refused: make(map[id]string), unbuilt: make(map[string]bool),
	}
	var err error
	if m.result, err = opts.Analyze(ctx, engine.NewOverlay(nil, m.digests), nil); err != nil {
		return nil, err
	}
	m.expect(m.result)
	for range maxRounds {
		done, err := m.round(ctx)
		if err != nil {
			return nil, err
		}
		if done {
			return m.plan(), nil
		}
	}
	f := m.chosen[0].of
	return nil, fmt.Errorf("the fixes of %s in %s come to no end; nothing is written; turn the rule off with --checks=-%[1]s and report this", f.Analyzer, f.File)
}

// A maker is the state of [Make].
type maker struct {
	opts    Options
	digests *engine.Digests
	files   map[string]*file // those that a fix would change
	result  *engine.Result   // of the analysis of the files as they are now
	fixes   int
	refused map[id]string   // why
	unbuilt map[string]bool // packages that do not compile, fixes or not
	chosen  []*candidate    // of this round
	applied []*candidate    // of them, so far
}

// An id tells one fix from another, in the text as it is now.
type id struct{ file, fingerprint, message string }

// A candidate is a fix of a finding that may be applied.
type candidate struct {
	id
	of    finding.Finding
	safe  bool
	edits []edit
}

// round applies as many fixes as do not touch one another, and reports whether there
// were none.
func (m *maker) round(ctx context.Context) (done bool, err error) {
	for {
		if m.chosen, err = m.choose(); err != nil || len(m.chosen) == 0 {
			return true, err
		}
		m.applied = nil
		if err := m.settle(ctx, m.chosen); err != nil {
			return true, err
		}
		if len(m.applied) > 0 {
			break
		}
	}
	if err := m.render(m.applied); err != nil { // what was tried last may have been refused
		return true, err
	}
	for _, c := range m.applied {
		for _, e := range c.edits {
			e.file.text, e.file.unsafe = e.file.next, e.file.unsafe || !c.safe
		}
	}
	m.fixes += len(m.applied)
	return false, nil
}

// settle applies candidates beside those that are applied: all of them, or, if
// something does not compile then, the first half and the second one, down to single
// ones, which it refuses.
func (m *maker) settle(ctx context.Context, list []*candidate) error {
	all := slices.Concat(m.applied, list)
	problem, result, err := m.try(ctx, all)
	switch {
	case err != nil:
		return err
	case problem == "":
		m.applied, m.result = all, result
		return nil
	case len(list) == 1:
		m.refused[list[0].id] = problem
		return nil
	}
	half := len(list) / 2
	if err := m.settle(ctx, list[:half]); err != nil {
		return err
	}
	return m.settle(ctx, list[half:])
}

// try analyses the files with candidates applied, and tells of a problem that comes
// with them.
func (m *maker) try(ctx context.Context, list []*candidate) (problem string, result *engine.Result, err error) {
	before := m.contents(func(f *file) []byte { return f.text })
	if err := m.render(list); err != nil {
		return err.Error(), nil, nil
	}
	changed := touched(list)
	after := maps.Clone(before)
	for _, f := range changed {
		after[f.name] = f.next
	}
	compile := names(changed)
	if result, err = m.opts.Analyze(ctx, engine.NewOverlay(after, m.digests), compile); err != nil {
		return "", nil, err
	}
	if m.broken(result) == "" {
		return "", result, nil
	}
	// Nobody may have looked at an importer that has never compiled.
	base, err := m.opts.Analyze(ctx, engine.NewOverlay(before, m.digests), compile)
	if err != nil {
		return "", nil, err
	}
	m.expect(base)
	return m.broken(result), result, nil
}

// expect notes the packages that did not compile in an analysis without the fixes
// that are tried.
func (m *maker) expect(result *engine.Result) {
	for _, e := range result.Skipped {
		m.unbuilt[e.Package] = m.unbuilt[e.Package] || !e.Partial
	}
}

// broken tells of the first package that did not compile in an analysis and is not
// expected to, "" if there is none.
func (m *maker) broken(result *engine.Result) string {
	for _, e := range result.Skipped {
		if !e.Partial && !m.unbuilt[e.Package] {
			return fmt.Sprintf("package %s would not compile: %s", e.Package, e.Msg)
		}
	}
	return ""
}

// contents returns the texts of the files that are no longer those on disk.
func (m *maker) contents(text func(*file) []byte) map[string][]byte {
	out := make(map[string][]byte)
	for name, f := range m.files {
		if t := text(f); !bytes.Equal(t, f.disk) {
			out[name] = t
		}
	}
	return out
}

func (m *maker) plan() *Plan {
	p := &Plan{Fixes: m.fixes, Result: m.result}
	for _, name := range slices.Sorted(maps.Keys(m.files)) {
		if f := m.files[name]; !bytes.Equal(f.text, f.disk) {
			p.Changes = append(p.Changes, Change{Name: name, Before: f.disk, After: f.text, Unsafe: f.unsafe})
		}
	}
	for _, f := range m.result.Findings {
		for _, fix := range f.Fixes {
			if reason, ok := m.refused[identify(f, fix)]; ok {
				p.Left = append(p.Left, Left{f, reason})
			}
		}
	}
	return p
}
