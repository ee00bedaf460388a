package breaker

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// A Cause is what is to blame for a failure.
type Cause uint8

// The causes.
const (
	Unknown       Cause = iota
	Hardware            // of the node
	GuestSoftware       // in the machine that runs on the node
	HostSoftware        // of the node
	Network
)

var causes = [...]string{"unknown", "hardware", "guest software", "host software", "network"}

func (c Cause) String() string {
	if int(c) < len(causes) {
		return causes[c]
	}
	return fmt.Sprintf("Cause(%d)", c)
}

// A Layer is where an artefact runs. The zero value says that it is not known.
type Layer uint8

// The layers.
const (
	Guest Layer = iota + 1 // in the machine that runs on the node
	Host                   // on the node
)

// An Artefact is a piece of software in one version, such as an agent.
type Artefact struct {
	Name, Version string
	Layer         Layer
}

// A Signal is what was observed.
type Signal uint8

// The signals. The zero value says that nothing was.
const (
	Passed      Signal = iota + 1 // the artefact has done with the stage
	Silent                        // it was not heard of in time
	Reported                      // it said that it failed
	Unreachable                   // it runs, but the network does not lead to it
	DeviceFault                   // a device of the node, or its firmware, reported a fault
)

// Evidence is one observation on one node. The same observation twice is one.
type Evidence struct {
	Time     time.Time
	Node     string
	Artefact Artefact
	Stage    string // how far the artefact was, such as "create certificate"
	Signal   Signal
	Clean    bool // no code of customers has run there, which could be to blame
}

// A Classifier tells causes. The zero value has the defaults.
type Classifier struct {
	// Nodes is on how many nodes an artefact fails before it is to blame
	// itself; 3 if it is not positive.
	Nodes int

	// Strikes is how often in a row an artefact is silent on a node before the
	// node may be to blame; 3 if it is not positive.
	Strikes int
}

// Classify is that of the zero [Classifier].
func Classify(evidence []Evidence) Cause { return Classifier{}.Classify(evidence) }

// Classify returns the cause that the evidence proves, in whatever order it is
// given: the one of the first rule that applies.
//
//	1  there is no failure, or an observation lacks its time, node    Unknown
//	   or signal
//	2  an artefact of one version fails at one stage on at least      software of
//	   Classifier.Nodes nodes                                         its layer
//	3  all failures are Unreachable                                   Network
//	4  there are failures on more than one node                       Unknown
//	5  an artefact reported its failure, and no device did            software of
//	                                                                  its layer
//	6  a device reported a fault, and no artefact did                 Hardware
//	7  all failures are those of one artefact, Silent at one stage,   Hardware
//	   in clean machines, at least Classifier.Strikes of them in a
//	   row, and it passed that stage on another node later than the
//	   first of them
//	8  otherwise                                                      Unknown
//
// Where rule 2 or 5 blames artefacts of both layers, or of none that is known,
// the cause is Unknown.
//
// Rule 7 asks for what a fault of the node has and a fault of the software has
// not: others succeed with the same, at the same time. A pass on the node itself
// ends a row of strikes.
func (c Classifier) Classify(evidence []Evidence) Cause {
	all := distinct(evidence)
	var failures []Evidence
	for _, e := range all {
		if e.Time.IsZero() || blank(e.Node) || e.Signal < Passed || e.Signal > DeviceFault {
			return Unknown
		}
		if e.Signal != Passed {
			failures = append(failures, e)
		}
	}
	if len(failures) == 0 {
		return Unknown
	}
	if blamed := c.widespread(failures); len(blamed) > 0 {
		return software(blamed)
	}
	reported := with(failures, Reported)
	switch {
	case len(with(failures, Unreachable)) == len(failures):
		return Network
	case countNodes(failures) > 1:
		return Unknown
	case len(reported) > 0 && len(with(failures, DeviceFault)) == 0:
		return software(reported)
	case len(with(failures, DeviceFault)) > 0 && len(reported) == 0:
		return Hardware
	case c.silentNode(all, failures):
		return Hardware
	}
	return Unknown
}

// widespread returns failures of artefacts that fail at one stage on so many
// nodes that they are to blame.
func (c Classifier) widespread(failures []Evidence) []Evidence {
	type at struct {
		name, version, stage string
	}
	failed := make(map[at][]Evidence)
	for _, e := range failures {
		if e.Signal != DeviceFault && !blank(e.Artefact.Name) && !blank(e.Artefact.Version) && !blank(e.Stage) {
			k := at{e.Artefact.Name, e.Artefact.Version, e.Stage}
			failed[k] = append(failed[k], e)
		}
	}
	var blamed []Evidence
	for _, es := range failed {
		if countNodes(es) >= atLeast(c.Nodes) {
			blamed = append(blamed, es...)
		}
	}
	return blamed
}

// silentNode reports whether rule 7 applies. All failures are on one node.
func (c Classifier) silentNode(all, failures []Evidence) bool {
	first := failures[0]
	var strikes []Evidence
	for _, e := range all {
		switch {
		case e.Node != first.Node:
		case e.Signal == Passed && e.Artefact == first.Artefact && e.Stage == first.Stage:
			strikes = nil
		case e.Signal == Passed:
		case e.Signal != Silent || !e.Clean || e.Artefact != first.Artefact || e.Stage != first.Stage:
			return false
		default:
			strikes = append(strikes, e)
		}
	}
	if len(strikes) < atLeast(c.Strikes) || blank(first.Artefact.Name) || blank(first.Artefact.Version) || blank(first.Stage) {
		return false
	}
	return slices.ContainsFunc(all, func(e Evidence) bool {
		return e.Signal == Passed && e.Node != first.Node && e.Artefact == first.Artefact &&
			e.Stage == first.Stage && e.Time.After(strikes[0].Time)
	})
}

// software returns the cause that the layer of the artefacts stands for.
func software(blamed []Evidence) Cause {
	layer := blamed[0].Artefact.Layer
	for _, e := range blamed {
		if e.Artefact.Layer != layer {
			return Unknown
		}
	}
	switch layer {
	case Guest:
		return GuestSoftware
	case Host:
		return HostSoftware
	}
	return Unknown
}

// distinct returns the observations without repetitions, in order of time; of
// one time, passes come last.
func distinct(evidence []Evidence) []Evidence {
	seen := make(map[Evidence]bool)
	var out []Evidence
	for _, e := range evidence {
		e.Time = e.Time.UTC().Round(0)
		if !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(x, y Evidence) int {
		if c := x.Time.Compare(y.Time); c != 0 {
			return c
		}
		switch {
		case x.Signal == Passed && y.Signal != Passed:
			return 1
		case x.Signal != Passed && y.Signal == Passed:
			return -1
		}
		return 0
	})
	return out
}

func with(es []Evidence, s Signal) []Evidence {
	var out []Evidence
	for _, e := range es {
		if e.Signal == s {
			out = append(out, e)
		}
	}
	return out
}

func countNodes(es []Evidence) int {
	nodes := make(map[string]bool)
	for _, e := range es {
		nodes[e.Node] = true
	}
	return len(nodes)
}

// atLeast returns n, or the default for it.
func atLeast(n int) int {
	if n <= 0 {
		return 3
	}
	return n
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
