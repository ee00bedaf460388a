// Package reported destroys what it does not know.
package reported

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
	case Active:
		return
	default: // want `the switch over v.State does not list Unknown, Released and Failed, which it leads to Wipe`
		Wipe(v)
	}
}
