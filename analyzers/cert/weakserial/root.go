package weakserial

import (
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/leapguard/leapguard/internal/flow"
	"github.com/leapguard/leapguard/internal/pki/template"
)

// madeAnew reports whether a root is made together with a certificate that it
// signs, so that both are made again at the next start or rotation. If they have
// the same number, the other is the one that is reported.
func (c *check) madeAnew(root *template.Creation, f flaw) bool {
	for _, other := range c.pkg.Creations {
		if other.SelfSigned() || !root.Before(other) {
			continue
		}
		same := slices.ContainsFunc(other.Field("SerialNumber"), func(s template.Source) bool {
			return s.Kind == template.Stored && slices.ContainsFunc(c.flaws(s.Value), func(g flaw) bool { return g.number == f.number })
		})
		if !same {
			return true
		}
	}
	return false
}

// oneOfMany reports whether a certificate may be that of a CA, signed by its own key,
// for which the package issues others with numbers that it draws at random: it
// could have drawn that of the root too, and each root has the same.
func (c *check) oneOfMany(creation *template.Creation) bool {
	return creation.Bool("IsCA") != template.False && !creation.EndEntity() && slices.ContainsFunc(c.pkg.Creations, func(other *template.Creation) bool {
		return !other.SelfSigned() && slices.ContainsFunc(other.Field("SerialNumber"), func(s template.Source) bool {
			return s.Kind == template.Stored && drawnAtRandom(c.pkg, s.Value, maxDraws)
		})
	})
}

// firstOfMany reports whether a certificate is that of a CA, signed by its own key,
// for which the package issues others with numbers that it gets from elsewhere: a
// store counts them, and the root, which is made once, has the first.
func (c *check) firstOfMany(creation *template.Creation) bool {
	if creation.Bool("IsCA") != template.True || creation.EndEntity() {
		return false
	}
	issues := false
	for _, other := range c.pkg.Creations {
		if other.SelfSigned() {
			continue
		}
		issues = true
		for _, s := range other.Field("SerialNumber") {
			if s.Kind == template.Absent || s.Kind == template.Stored && len(c.flaws(s.Value)) > 0 {
				return false
			}
		}
	}
	return issues
}

// maxDraws bounds how far a number is followed to where it is drawn.
const maxDraws = 4

// drawnAtRandom reports whether a serial number is, or may be, one of crypto/rand.
func drawnAtRandom(pkg *template.Package, v template.Value, depth int) bool {
	v = v.Resolve()
	result := 0
	if x, ok := v.V.(*ssa.Extract); ok {
		result, v.V = x.Index, x.Tuple
	}
	call, ok := v.V.(*ssa.Call)
	if !ok || depth == 0 {
		return false
	}
	switch {
	case flow.IsCallTo(call, "crypto/rand.Int", "crypto/rand.Prime", "(*math/big.Int).SetBytes"):
		return true
	case flow.IsCallTo(call, "(*math/big.Int).Set"):
		return drawnAtRandom(pkg, template.Value{V: flow.Args(call)[1], Frame: v.Frame}, depth-1)
	}
	values, _ := pkg.Results(call, v.Frame, result)
	return slices.ContainsFunc(values, func(v template.Value) bool { return drawnAtRandom(pkg, v, depth-1) })
}
