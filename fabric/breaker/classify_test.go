package breaker_test

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/fabric/breaker"
)

var (
	midnight = time.Date(2012, 2, 29, 0, 0, 0, 0, time.UTC)
	agent    = breaker.Artefact{Name: "agent", Version: "2.1", Layer: breaker.Guest}
	older    = breaker.Artefact{Name: "agent", Version: "2.0", Layer: breaker.Guest}
	plugin   = breaker.Artefact{Name: "network plugin", Version: "7", Layer: breaker.Host}
	nameless = breaker.Artefact{Name: "driver", Version: "1"}
)

// at returns what was seen of the artefact minutes after midnight, in a clean
// machine.
func at(minutes int, node string, a breaker.Artefact, s breaker.Signal) breaker.Evidence {
	return breaker.Evidence{
		Time: midnight.Add(time.Duration(minutes) * time.Minute), Node: node,
		Artefact: a, Stage: "start", Signal: s, Clean: true,
	}
}

// strikes are timeouts of the agent on node n1, 25 minutes apart.
func strikes(n int) []breaker.Evidence {
	var es []breaker.Evidence
	for i := range n {
		es = append(es, at(25*(i+1), "n1", agent, breaker.Silent))
	}
	return es
}

// each applies a change to copies of the observations.
func each(es []breaker.Evidence, change func(*breaker.Evidence)) []breaker.Evidence {
	es = slices.Clone(es)
	for i := range es {
		change(&es[i])
	}
	return es
}

// passed is what acquits the agent.
var passed = at(30, "n2", agent, breaker.Passed)

// TestClassify has a case for each rule and for what comes close to it. LD-14,
// LD-15.
func TestClassify(t *testing.T) {
	add := func(es []breaker.Evidence, more ...breaker.Evidence) []breaker.Evidence {
		return append(slices.Clone(es), more...)
	}
	for _, c := range []struct {
		name     string
		evidence []breaker.Evidence
		want     breaker.Cause
	}{
		{"1: nothing", nil, breaker.Unknown},
		{"1: no failure", []breaker.Evidence{passed}, breaker.Unknown},
		{"1: no time", add(strikes(3), passed, breaker.Evidence{Node: "n1", Signal: breaker.Silent}), breaker.Unknown},
		{"1: no node", add(strikes(3), passed, at(1, " ", agent, breaker.Silent)), breaker.Unknown},
		{"1: no signal", add(strikes(3), passed, at(1, "n1", agent, 0)), breaker.Unknown},
		{"1: no such signal", add(strikes(3), passed, at(1, "n1", agent, breaker.DeviceFault+1)), breaker.Unknown},

		{"2: three nodes", []breaker.Evidence{
			at(25, "n1", agent, breaker.Silent), at(25, "n2", agent, breaker.Silent), at(26, "n3", agent, breaker.Reported),
		}, breaker.GuestSoftware},
		{"2: outweighs strikes", add(strikes(3), passed, at(25, "n3", agent, breaker.Silent), at(25, "n4", agent, breaker.Silent)), breaker.GuestSoftware},
		{"2: software of the host", []breaker.Evidence{
			at(1, "n1", plugin, breaker.Unreachable), at(1, "n2", plugin, breaker.Unreachable), at(1, "n3", plugin, breaker.Unreachable),
		}, breaker.HostSoftware},
		{"2: unknown layer", []breaker.Evidence{
			at(1, "n1", nameless, breaker.Silent), at(1, "n2", nameless, breaker.Silent), at(1, "n3", nameless, breaker.Silent),
		}, breaker.Unknown},
		{"2: both layers", []breaker.Evidence{
			at(1, "n1", plugin, breaker.Silent), at(1, "n2", plugin, breaker.Silent), at(1, "n3", plugin, breaker.Silent),
			at(1, "n1", agent, breaker.Silent), at(1, "n2", agent, breaker.Silent), at(1, "n3", agent, breaker.Silent),
		}, breaker.Unknown},
		{"2: two versions", []breaker.Evidence{
			at(1, "n1", agent, breaker.Silent), at(1, "n2", agent, breaker.Silent), at(1, "n3", older, breaker.Silent),
		}, breaker.Unknown},
		{"2: two stages", each([]breaker.Evidence{
			at(1, "n1", agent, breaker.Silent), at(2, "n2", agent, breaker.Silent), at(3, "n3", agent, breaker.Silent),
		}, func(e *breaker.Evidence) {
			if e.Node == "n3" {
				e.Stage = "stop"
			}
		}), breaker.Unknown},
		{"2: no version", each([]breaker.Evidence{
			at(1, "n1", agent, breaker.Silent), at(2, "n2", agent, breaker.Silent), at(3, "n3", agent, breaker.Silent),
		}, func(e *breaker.Evidence) { e.Artefact.Version = "" }), breaker.Unknown},
		{"2: devices on three nodes", []breaker.Evidence{
			at(1, "n1", agent, breaker.DeviceFault), at(1, "n2", agent, breaker.DeviceFault), at(1, "n3", agent, breaker.DeviceFault),
		}, breaker.Unknown},

		{"3: unreachable", []breaker.Evidence{at(1, "n1", agent, breaker.Unreachable), at(1, "n2", agent, breaker.Unreachable)}, breaker.Network},
		{"3: and silent", []breaker.Evidence{at(1, "n1", agent, breaker.Unreachable), at(1, "n1", agent, breaker.Silent)}, breaker.Unknown},

		{"4: two nodes", add(strikes(3), passed, at(25, "n3", agent, breaker.Silent)), breaker.Unknown},
		{"4: two devices", []breaker.Evidence{at(1, "n1", agent, breaker.DeviceFault), at(1, "n2", agent, breaker.DeviceFault)}, breaker.Unknown},

		{"5: reported", []breaker.Evidence{at(0, "n1", agent, breaker.Reported)}, breaker.GuestSoftware},
		{"5: reported by the host", []breaker.Evidence{at(0, "n1", plugin, breaker.Reported)}, breaker.HostSoftware},
		{"5: reported by both", []breaker.Evidence{at(0, "n1", plugin, breaker.Reported), at(0, "n1", agent, breaker.Reported)}, breaker.Unknown},
		{"5: and a device", []breaker.Evidence{at(0, "n1", agent, breaker.Reported), at(0, "n1", agent, breaker.DeviceFault)}, breaker.Unknown},

		{"6: a device", []breaker.Evidence{at(1, "n1", breaker.Artefact{}, breaker.DeviceFault), at(25, "n1", agent, breaker.Silent)}, breaker.Hardware},

		{"7: three strikes", add(strikes(3), passed), breaker.Hardware},
		{"7: two strikes", add(strikes(2), passed), breaker.Unknown},
		{"7: one strike thrice", add(strikes(1), passed, strikes(1)[0], strikes(1)[0]), breaker.Unknown},
		{"7: a pass between", add(strikes(3), passed, at(60, "n1", agent, breaker.Passed)), breaker.Unknown},
		{"7: a pass at the same time", add(strikes(3), passed, at(75, "n1", agent, breaker.Passed)), breaker.Unknown},
		{"7: a pass before", add(strikes(3), passed, at(0, "n1", agent, breaker.Passed)), breaker.Hardware},
		{"7: nobody passes", strikes(3), breaker.Unknown},
		{"7: passes of yesterday", add(strikes(3), at(-600, "n2", agent, breaker.Passed)), breaker.Unknown},
		{"7: passes on the node", add(strikes(3), at(0, "n1", agent, breaker.Passed)), breaker.Unknown},
		{"7: passes of another version", add(strikes(3), at(30, "n2", older, breaker.Passed)), breaker.Unknown},
		{"7: passes of another stage", add(strikes(3), each([]breaker.Evidence{passed}, func(e *breaker.Evidence) { e.Stage = "stop" })...), breaker.Unknown},
		{"7: code of customers", add(each(strikes(3), func(e *breaker.Evidence) { e.Clean = false }), passed), breaker.Unknown},
		{"7: no stage", each(add(strikes(3), passed), func(e *breaker.Evidence) { e.Stage = "" }), breaker.Unknown},
		{"7: two versions", add(strikes(2), passed, at(75, "n1", older, breaker.Silent)), breaker.Unknown},
	} {
		if got := breaker.Classify(c.evidence); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestClassifier counts as it is told to. LD-14, LD-15.
func TestClassifier(t *testing.T) {
	five := append(strikes(5), passed)
	if got := (breaker.Classifier{Strikes: 5}).Classify(five); got != breaker.Hardware {
		t.Error(got)
	}
	if got := (breaker.Classifier{Strikes: 6}).Classify(five); got != breaker.Unknown {
		t.Error(got)
	}
	two := []breaker.Evidence{at(1, "n1", agent, breaker.Silent), at(1, "n2", agent, breaker.Silent)}
	if got := (breaker.Classifier{Nodes: 2}).Classify(two); got != breaker.GuestSoftware {
		t.Error(got)
	}
	if got := (breaker.Classifier{Nodes: -1}).Classify(two); got != breaker.Unknown {
		t.Error(got)
	}
	if got := fmt.Sprint(breaker.Unknown, breaker.Network, breaker.Cause(9)); got != "unknown network Cause(9)" {
		t.Error(got)
	}
}

// evidence is some, about few nodes and artefacts, so that it agrees now and
// then.
func evidence() *rapid.Generator[breaker.Evidence] {
	return rapid.Custom(func(t *rapid.T) breaker.Evidence {
		e := at(rapid.IntRange(0, 5).Draw(t, "minute"), rapid.SampledFrom([]string{"n1", "n1", "n1", "n2", "n3"}).Draw(t, "node"),
			rapid.SampledFrom([]breaker.Artefact{agent, agent, agent, older, plugin}).Draw(t, "artefact"),
			rapid.SampledFrom([]breaker.Signal{breaker.Silent, breaker.Silent, breaker.Passed, breaker.Reported, breaker.Unreachable, breaker.DeviceFault}).Draw(t, "signal"))
		e.Clean = rapid.IntRange(0, 9).Draw(t, "customer") < 9
		return e
	})
}

// TestNeverHardware: neither what cannot be read nor a failure on one more node
// makes the hardware guilty, in whatever order it comes. LD-15.
func TestNeverHardware(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		es := rapid.SliceOfN(evidence(), 0, 8).Draw(t, "evidence")
		cause := breaker.Classify(es)
		if got := breaker.Classify(rapid.Permutation(es).Draw(t, "order")); got != cause {
			t.Fatalf("%v in one order, %v in another", cause, got)
		}
		if got := breaker.Classify(append(slices.Clone(es), es...)); got != cause {
			t.Fatalf("%v, and twice the same %v", cause, got)
		}
		more := evidence().Draw(t, "more")
		unreadable := more
		unreadable.Signal = 0
		if got := breaker.Classify(append(slices.Clone(es), unreadable)); got != breaker.Unknown {
			t.Fatalf("with what cannot be read: %v", got)
		}
		if more.Signal == breaker.Passed {
			return
		}
		more.Node = "n9"
		if got := breaker.Classify(append(slices.Clone(es), more)); got == breaker.Hardware && len(es) > 0 && failsElsewhere(es, "n9") {
			t.Fatalf("hardware, by one more failure elsewhere: %v", more)
		}
	})
}

func failsElsewhere(es []breaker.Evidence, node string) bool {
	return slices.ContainsFunc(es, func(e breaker.Evidence) bool { return e.Signal != breaker.Passed && e.Node != node })
}
