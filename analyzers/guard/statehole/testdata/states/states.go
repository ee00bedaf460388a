package states

type State string

const (
	Active   State = "active"
	Paused   State = "paused"
	Failed   State = "failed"
	Released State = "released"
	hidden   State = "hidden"
)

// Default is another name of a state.
const Default = Active

type Volume struct {
	State State
	Held  State
}

//leapguard:check wipe v when=true
func Free(v *Volume) bool { return v.State == Released || v.State == hidden }

//leapguard:danger wipe v
func Wipe(v *Volume) {}
