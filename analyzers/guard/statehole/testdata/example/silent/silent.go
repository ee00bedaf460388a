// Package silent destroys what it knows to be free.
package silent

type State int

const (
	Unknown State = iota
	Active
	Released
	Failed
)

type Volume struct{ State State }

//leapguard:check wipe v when=true
func Free(v *Volume) bool { return v.State == Released }

//leapguard:danger wipe v
func Wipe(v *Volume) {}

func Reconcile(v *Volume) {
	switch v.State {
	case Released:
		if Free(v) {
			Wipe(v)
		}
	default:
		return
	}
}
