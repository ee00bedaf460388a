// Package embedded names volumes by what is embedded in them.
package embedded

import (
	"path/filepath"
	"strings"

	"example.com/unguarded/embedded/named"
)

type Volume struct {
	named.Meta
	*Owner
	Spec Spec
}

type Owner struct{ UID int }

type Spec struct{ Path string }

//leapguard:check wipe recv when=false
func (v Volume) InUse() bool { return v.Spec.Path != "" }

//leapguard:danger wipe name
func Delete(name string) {}

//leapguard:danger wipe uid
func DeleteOf(uid int) {}

func Names(v *Volume) {
	if v.InUse() {
		return
	}
	Delete(v.Name)
	Delete(v.GetName())
	Delete(v.Meta.Name)
	DeleteOf(v.UID)
	Delete(v.Spec.Path) // want `no check of kind wipe holds for v.Spec.Path`
}

func Other(v, w *Volume) {
	if !v.InUse() {
		Delete(w.Name) // want `no check of kind wipe holds for w.Name; the check v.InUse\(\) at line \d+ is of another object`
	}
}

//leapguard:check wipe name when=true
func Free(name string) bool { return name != "" }

//leapguard:danger wipe v
func Wipe(v *Volume) {}

func Back(v *Volume) {
	if Free(v.Name) {
		Wipe(v)
	}
	if Free(v.Spec.Path) {
		Wipe(v) // want `no check of kind wipe holds for v`
	}
}

func All(vs []Volume) {
	for i := range vs {
		if vs[i].InUse() {
			return
		}
	}
	for _, v := range vs {
		Delete(v.Name)
	}
}

// erase needs what its callers have checked.
func erase(v *Volume) { Delete(v.Name) }

func Helper(v *Volume) {
	if !v.InUse() {
		erase(v)
	}
	erase(v) // want `erase\(v\) leads to Delete though no check of kind wipe holds for v`
}

func Spelling(v *Volume, name string) {
	if Free(name) {
		Delete(strings.ToLower(name))
		Delete(filepath.Clean(strings.TrimSpace(name)))
		Delete(filepath.Dir(name)) // want `no check of kind wipe holds`
	}
	if !v.InUse() {
		Delete(strings.ToLower(v.GetName()))
	}
	lower := strings.ToLower(name)
	if Free(lower) {
		Delete(name)
	}
}
