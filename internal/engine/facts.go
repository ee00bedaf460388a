package engine

import (
	"cmp"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"sync"
	"sync/atomic"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"

	"github.com/leapguard/leapguard/internal/rule"
)

// facts holds what the analysis of a unit learnt about its objects. Importers
// in another type universe (a test variant) find them by object path.
type facts struct {
	objects map[types.Object]map[reflect.Type]analysis.Fact
	paths   map[objectpath.Path]map[reflect.Type]analysis.Fact
	pkg     map[reflect.Type]analysis.Fact
}

func (f *facts) export(obj types.Object, fact analysis.Fact) {
	if f.objects == nil {
		f.objects = make(map[types.Object]map[reflect.Type]analysis.Fact)
	}
	if f.objects[obj] == nil {
		f.objects[obj] = make(map[reflect.Type]analysis.Fact)
	}
	f.objects[obj][reflect.TypeOf(fact)] = fact
}

func (f *facts) exportPackage(fact analysis.Fact) {
	if f.pkg == nil {
		f.pkg = make(map[reflect.Type]analysis.Fact)
	}
	f.pkg[reflect.TypeOf(fact)] = fact
}

// seal indexes the facts by object path once the unit is done.
func (f *facts) seal() {
	f.paths = make(map[objectpath.Path]map[reflect.Type]analysis.Fact, len(f.objects))
	var enc objectpath.Encoder
	for obj, facts := range f.objects {
		if path, err := enc.For(obj); err == nil {
			f.paths[path] = facts
		}
	}
}

// lookup finds the fact of an object of this unit's package, which may come
// from another universe.
func (u *unit) lookup(obj types.Object, t reflect.Type) analysis.Fact {
	if fact := u.objects[obj][t]; fact != nil {
		return fact
	}
	if len(u.paths) == 0 || obj.Pkg() == u.load.types {
		return nil
	}
	path, err := objectpath.For(obj)
	if err != nil {
		return nil
	}
	return u.paths[path][t]
}

// copyFact stores *from in *to, as the contract of ImportObjectFact asks.
func copyFact(to, from analysis.Fact) bool {
	if from == nil {
		return false
	}
	reflect.ValueOf(to).Elem().Set(reflect.ValueOf(from).Elem())
	return true
}

// all lists the object facts of a unit and of those that it imports, of the
// given types, in a fixed order.
func (u *unit) all(types []analysis.Fact) []analysis.ObjectFact {
	want := make(map[reflect.Type]bool)
	for _, t := range types {
		want[reflect.TypeOf(t)] = true
	}
	var out []analysis.ObjectFact
	for _, dep := range append(slices.Clone(u.deps), u) {
		objects := slices.SortedFunc(maps.Keys(dep.objects), comparePos)
		for _, obj := range objects {
			kinds := dep.objects[obj]
			for _, t := range slices.SortedFunc(maps.Keys(kinds), func(a, b reflect.Type) int { return cmp.Compare(a.String(), b.String()) }) {
				if want[t] {
					out = append(out, analysis.ObjectFact{Object: obj, Fact: kinds[t]})
				}
			}
		}
	}
	return out
}

func comparePos(a, b types.Object) int {
	return cmp.Or(cmp.Compare(a.Pos(), b.Pos()), cmp.Compare(a.Name(), b.Name()))
}

// names is the table of the names that carry facts.
type names struct {
	mu    sync.Mutex
	table atomic.Pointer[map[string][]source]
}

// A source says that the named object has a fact of an analyzer.
type source struct {
	unit  *unit
	owner *analysis.Analyzer
}

func (n *names) load() map[string][]source {
	if p := n.table.Load(); p != nil {
		return *p
	}
	return nil
}

// publish adds the names of a unit's objects whose facts can cause findings
// elsewhere.
func (n *names) publish(u *unit, owners map[reflect.Type]*analysis.Analyzer) {
	if len(u.objects) == 0 {
		return
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	table := maps.Clone(n.load())
	if table == nil {
		table = make(map[string][]source)
	}
	for obj, facts := range u.objects {
		if _, err := objectpath.For(obj); err != nil || !obj.Exported() {
			continue // no other package can name it
		}
		for t, fact := range facts {
			if _, ok := fact.(rule.Refinement); ok {
				continue
			}
			names := []string{obj.Name()}
			if w, ok := fact.(rule.Waker); ok {
				names = append(names, w.Wakes()...)
			}
			for _, name := range names {
				table[name] = append(slices.Clip(table[name]), source{u, owners[t]})
			}
		}
	}
	n.table.Store(&table)
}
