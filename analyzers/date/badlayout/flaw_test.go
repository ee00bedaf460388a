package badlayout

import (
	"testing"
)

// FuzzFlaw replaces layouts by those that are meant until nothing is wrong.
func FuzzFlaw(f *testing.F) {
	for _, s := range []string{
		"20060201150405", "01 Jan 2006", "03/05/2006 15:04:05", "2006-01-02 14:01:04", "15:04:05.123-05:00", "Mon _2 2006 3:04 PM",
		"20060102140105", "2006_01_01", "02/02/06 03:04:05",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		layout := s
		for range maxLayout {
			found, ok := flawOf(layout)
			if !ok {
				return
			}
			if found.use == 0 || found.use&^always != 0 {
				t.Fatalf("the flaw of %q is of use %d", layout, found.use)
			}
			layout = found.meant
		}
		t.Errorf("%q has flaws without end, at last %q", s, layout)
	})
}
