package guard

import (
	"go/token"
	"maps"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
)

// A claim is something that holds whenever control is at an instruction.
type claim struct {
	// kind and obj: the object may be destroyed as far as checks of the kind
	// are concerned, or, if refused, may not. The zero path is any object.
	kind    string
	obj     flow.Path
	refused bool

	// call, if not nil, stands for itself: the check was called and what it
	// looked at has not been stored to since. If sound, its error is nil too.
	call  *ssa.Call
	sound bool
}

// evidence is where a claim comes from.
type evidence struct {
	pos token.Pos // of the call's parenthesis or the selector's field name
	// name is what nameDepth says of what was looked at.
	name int
	// yielded says that it is of what a call returned, not of what it checks.
	yielded bool
	// left, if not nil, is the function whose callers have made the check.
	left *ssa.Function
}

// A state holds the claims at a point of a function. The nil state belongs to
// a point that was not reached.
type state map[claim]evidence

func (st state) clone() state { return maps.Clone(st) }

// meet returns the claims of both states.
func meet(a, b state) state {
	if a == nil {
		return maps.Clone(b)
	}
	if b == nil {
		return a
	}
	for c, e := range a {
		other, ok := b[c]
		switch {
		case !ok:
			delete(a, c)
		case other.pos < e.pos:
			a[c] = other
		}
	}
	return a
}

func (st state) claim(kind string, obj flow.Path, refused bool, ev evidence) {
	st[claim{kind: kind, obj: obj, refused: refused}] = ev
}

// stored forgets what was known of the object at path and its parts.
func (st state) stored(path flow.Path, checked func(*ssa.Call) []flow.Path) {
	for c := range st {
		if c.call == nil {
			if c.obj.HasPrefix(path) {
				delete(st, c)
			}
			continue
		}
		for _, p := range checked(c.call) {
			if p.HasPrefix(path) {
				delete(st, c)
			}
		}
	}
}

// same reports whether two states hold the same claims.
func same(a, b state) bool {
	if (a == nil) != (b == nil) || len(a) != len(b) {
		return false
	}
	for c := range a {
		if _, ok := b[c]; !ok {
			return false
		}
	}
	return true
}

// holds reports whether an object of the given path, of which nameDepth says
// name, may be destroyed. A name stands for the object that it is read from,
// and the other way round; a collection stands for its elements, and the other
// way round.
func (st state) holds(kind string, obj flow.Path, name int) bool {
	if _, ok := st[claim{kind: kind, obj: obj}]; ok {
		return true
	}
	for c, ev := range st {
		if c.permits(ev, kind, obj, name) {
			return true
		}
	}
	return false
}

// proof returns the evidence by which holds is true: that of a check before
// what callers have checked, and of the later check in the source.
func (st state) proof(kind string, obj flow.Path, name int) (best evidence, found bool) {
	for c, ev := range st {
		if !c.permits(ev, kind, obj, name) {
			continue
		}
		if !found || best.left != nil && ev.left == nil || (best.left == nil) == (ev.left == nil) && ev.pos > best.pos {
			best, found = ev, true
		}
	}
	return best, found
}

// permits reports whether a claim says that an object of the given path may be
// destroyed.
func (c claim) permits(ev evidence, kind string, obj flow.Path, name int) bool {
	if c.kind != kind || c.refused || c.call != nil {
		return false
	}
	switch depth := len(c.obj.Fields()) - len(obj.Fields()); {
	case c.obj == obj, c.obj == flow.Path{}, obj == flow.Path{}:
		return true
	case depth < 0 && -depth <= name && obj.HasPrefix(c.obj):
		return true
	case depth > 0 && depth <= ev.name && c.obj.HasPrefix(obj):
		return true
	}
	return covers(c.obj, obj, name)
}

// covers reports whether what holds of the object at known holds of obj since
// one is a collection and the other its elements, or a name of one.
func covers(known, obj flow.Path, name int) bool {
	if known.Root() != obj.Root() {
		return false
	}
	k, o := known.Fields(), obj.Fields()
	if n := len(k) - 1; n >= 0 && k[n] == eachElement {
		k = k[:n]
	} else if len(o) <= len(k) || !isElement(o[len(k)]) {
		return false
	}
	if slices.ContainsFunc(k, isElement) || len(o) < len(k) || !slices.Equal(k, o[:len(k)]) {
		return false
	}
	rest := o[len(k):]
	if len(rest) > 1 && len(rest)-1 <= name {
		rest = rest[:1]
	}
	return len(rest) == 0 || len(rest) == 1 && isElement(rest[0])
}
