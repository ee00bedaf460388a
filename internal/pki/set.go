package pki

import (
	"bytes"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"
)

// maxSet bounds how many values one expression is followed to.
const maxSet = 64

// A Material is bytes that stand in the source, or in a file embedded in it,
// and where. It is shared and never modified.
type Material struct {
	Text   []byte // after decoding and concatenation
	Origin Origin
}

// An Origin is the place of a material in the source.
type Origin struct {
	// Pos and End are the range of the place: the name of an embedded variable
	// or of one of another package, or the beginning of a literal.
	Pos, End token.Pos
	Name     string // of the object of another package that holds it, or of the variable
	File     string // name of the embedded file, slash-separated
	// Foreign materials stand in another package of the module.
	Foreign bool
	// Loaded says that the program loads it when it runs, so that there is no
	// text; Name is the package variable that keeps it, "" for none.
	Loaded bool
	// Used says that the material is put to use in that other package too, where
	// the checks speak of it.
	Used bool
}

// A Set is what a value can be: materials of the source, or what the callers of
// a function or those who set a field give.
type Set struct {
	Materials []*Material
	Params    []*ssa.Parameter
	Fields    []*types.Var
	// Over are the positions in maps, slices and arrays, not constant, that
	// select among the materials: the value varies with them.
	Over []ssa.Value
}

func (s *Set) material(m *Material) {
	same := func(x *Material) bool { return bytes.Equal(x.Text, m.Text) && x.Origin.Pos == m.Origin.Pos }
	if len(s.Materials) < maxSet && !slices.ContainsFunc(s.Materials, same) {
		s.Materials = append(s.Materials, m)
	}
}

func (s *Set) add(t Set) {
	for _, m := range t.Materials {
		s.material(m)
	}
	s.Params = union(s.Params, t.Params...)
	s.Fields = union(s.Fields, t.Fields...)
	s.Over = union(s.Over, t.Over...)
}

func union[T comparable](list []T, more ...T) []T {
	for _, x := range more {
		if !slices.Contains(list, x) {
			list = append(slices.Clip(list), x)
		}
	}
	return list
}

// mapTexts applies a function to the text of every material. Those for which it
// reports false are dropped.
func (s Set) mapTexts(f func([]byte) ([]byte, bool)) Set {
	out := Set{Params: s.Params, Fields: s.Fields, Over: s.Over}
	for _, m := range s.Materials {
		if text, ok := f(m.Text); ok {
			out.material(&Material{text, m.Origin})
		}
	}
	return out
}

// concat returns what the concatenation of two values can be. Its origin is
// that of the longer part.
func concat(a, b Set) Set {
	out := Set{Over: union(a.Over, b.Over...)}
	for _, x := range a.Materials {
		for _, y := range b.Materials {
			origin := x.Origin
			if len(y.Text) > len(x.Text) {
				origin = y.Origin
			}
			out.material(&Material{slices.Concat(x.Text, y.Text), origin})
		}
	}
	return out
}
