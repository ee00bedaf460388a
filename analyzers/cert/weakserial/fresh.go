package weakserial

import (
	"slices"

	"github.com/leapguard/leapguard/internal/pki/template"
)

// alone reports whether a certificate, which another key signs, is known to be the
// only one that this key gives its constant number: the key is drawn anew for it,
// or the certificate is there for a request alone.
func (c *check) alone(creation *template.Creation, f flaw) bool {
	if creation.ForRequest() {
		return true
	}
	keys, known := keysOf(creation, f)
	return known && !slices.ContainsFunc(c.pkg.Creations, func(other *template.Creation) bool {
		return slices.ContainsFunc(other.Field("SerialNumber"), func(s template.Source) bool {
			return s.Kind == template.Stored && slices.ContainsFunc(c.flaws(s.Value), func(g flaw) bool {
				return g.number == f.number && meets(creation, keys, other, g)
			})
		})
	})
}

// keysOf returns the keys that sign a certificate of a number, and whether they are
// known to be drawn anew for it.
func keysOf(creation *template.Creation, f flaw) ([]template.Key, bool) {
	keys, known := creation.Keys()
	passed := func(key template.Key) bool { return f.argument != nil && slices.Contains(key.Through, f.argument.Call) }
	if slices.ContainsFunc(keys, passed) { // the number comes with one of them
		keys = slices.DeleteFunc(keys, func(key template.Key) bool { return !passed(key) })
	}
	return keys, known
}

// meets reports whether one of the keys of a certificate may sign another of the
// same number: one that such a key signs as well, that of the authority itself, or
// one by an authority that is loaded, which may be this one.
func meets(creation *template.Creation, keys []template.Key, other *template.Creation, g flaw) bool {
	theirs, known := keysOf(other, g)
	if !known {
		return !other.SelfSigned() || other.Before(creation)
	}
	return slices.ContainsFunc(keys, func(key template.Key) bool {
		return slices.ContainsFunc(theirs, func(their template.Key) bool {
			return key.Same(their) && !(other == creation && slices.Equal(key.Through, their.Through))
		})
	})
}
