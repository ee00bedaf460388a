package rule

// A Step is how a related position belongs to the path that values or control
// take through a finding. Related positions stand in the order of the path.
type Step int

// The steps.
const (
	Aside  Step = iota // explains the finding, no part of a path
	Before             // comes before the finding
	After              // comes after it
	End                // comes last; each of several ends a path of its own
)

// Leading is the Path of checks whose related positions all lead to the finding.
func Leading(string) Step { return Before }

// Following is the Path of checks whose related positions all follow on the
// finding.
func Following(string) Step { return After }
