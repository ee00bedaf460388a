package guard

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A memo remembers what is asked of values and blocks again and again.
type memo struct {
	values map[ssa.Value]ssa.Value
	raw    map[ssa.Value]pathResult // by flow.PathOf
	paths  map[ssa.Value]pathResult // by pathOf
	blocks map[*ssa.BasicBlock][]flow.Cond
	edges  map[[2]*ssa.BasicBlock][]flow.Cond
}

type pathResult struct {
	path flow.Path
	ok   bool
}

func newMemo() *memo {
	return &memo{
		make(map[ssa.Value]ssa.Value),
		make(map[ssa.Value]pathResult),
		make(map[ssa.Value]pathResult),
		make(map[*ssa.BasicBlock][]flow.Cond),
		make(map[[2]*ssa.BasicBlock][]flow.Cond),
	}
}

// resolve is [flow.Resolve].
func (m *memo) resolve(v ssa.Value) ssa.Value {
	r, ok := m.values[v]
	if !ok {
		r = flow.Resolve(v)
		m.values[v] = r
	}
	return r
}

// rawPath is [flow.PathOf].
func (m *memo) rawPath(v ssa.Value) (flow.Path, bool) {
	r, ok := m.raw[v]
	if !ok {
		r.path, r.ok = flow.PathOf(v)
		m.raw[v] = r
	}
	return r.path, r.ok
}

// pathOf returns the identity of an object as [flow.PathOf] does. Besides, a
// copy of a struct stands for the original, the field of a struct made here for
// what was put there, and the result of a getter for its field.
func (m *memo) pathOf(v ssa.Value) (flow.Path, bool) {
	r, ok := m.paths[v]
	if !ok {
		path, ok := m.rawPath(v)
		r = pathResult{canonical(path), ok}
		m.paths[v] = r
	}
	return r.path, r.ok
}

// conditionsAt is [flow.ConditionsAt]. The result can be appended to.
func (m *memo) conditionsAt(block *ssa.BasicBlock) []flow.Cond {
	conds, ok := m.blocks[block]
	if !ok {
		conds = slices.Clip(flow.ConditionsAt(block))
		m.blocks[block] = conds
	}
	return conds
}

// edgeConditions is [flow.EdgeConditions]. The result can be appended to.
func (m *memo) edgeConditions(from, to *ssa.BasicBlock) []flow.Cond {
	key := [2]*ssa.BasicBlock{from, to}
	conds, ok := m.edges[key]
	if !ok {
		conds = slices.Clip(flow.EdgeConditions(from, to))
		m.edges[key] = conds
	}
	return conds
}
