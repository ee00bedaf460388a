package breaker_test

import (
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
)

// An agent that falls silent on three nodes is to blame itself.
func ExampleClassify() {
	start := time.Date(2012, 2, 29, 0, 25, 0, 0, time.UTC)
	agent := breaker.Artefact{Name: "agent", Version: "2.1", Layer: breaker.Guest}
	var seen []breaker.Evidence
	for _, node := range []string{"node1", "node2", "node3"} {
		seen = append(seen, breaker.Evidence{
			Time: start, Node: node, Artefact: agent, Stage: "start", Signal: breaker.Silent, Clean: true,
		})
		fmt.Println(breaker.Classify(seen))
	}
	// Output:
	// unknown
	// unknown
	// guest software
}

// A node is to blame if an agent never starts there and does so elsewhere.
func ExampleClassifier_Classify() {
	first := time.Date(2012, 3, 1, 0, 25, 0, 0, time.UTC)
	agent := breaker.Artefact{Name: "agent", Version: "2.1", Layer: breaker.Guest}
	var seen []breaker.Evidence
	for i := range 3 {
		seen = append(seen, breaker.Evidence{
			Time: first.Add(time.Duration(i) * 25 * time.Minute), Node: "node1",
			Artefact: agent, Stage: "start", Signal: breaker.Silent, Clean: true,
		})
	}
	fmt.Println(breaker.Classify(seen))
	seen = append(seen, breaker.Evidence{
		Time: first.Add(time.Hour), Node: "node2", Artefact: agent, Stage: "start", Signal: breaker.Passed,
	})
	fmt.Println(breaker.Classify(seen))
	fmt.Println(breaker.Classifier{Strikes: 4}.Classify(seen))
	// Output:
	// unknown
	// hardware
	// unknown
}

// Two nodes may be out of service or under trial. The second that fails opens
// the breaker, which a human clears.
func ExampleBudget() {
	now := time.Date(2012, 2, 29, 1, 15, 0, 0, time.UTC)
	key := breaker.Key{Artefact: breaker.Artefact{Name: "agent", Version: "2.1"}, Cause: breaker.Hardware}
	b, err := breaker.New(2)
	if err != nil {
		fmt.Println(err)
		return
	}

	fmt.Println(b.Withdraw(now, key, "node1"))
	heal, err := b.Begin(now, key, "node2")
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = b.Begin(now, key, "node3")
	fmt.Println(err)

	later := now.Add(75 * time.Minute)
	fmt.Println(heal.Done(later, breaker.Failed))
	_, err = b.Begin(later, key, "node3")
	fmt.Println(err)

	fmt.Println(b.Clear(later, "", ""))
	fmt.Println(b.Return(later, "node1"))
	fmt.Println(b.Clear(later, "ada", "agent 2.1 was repaired"))
	fmt.Println(b.State(key))
	// Output:
	// <nil>
	// breaker: budget used up: 1 failures and 1 heals in flight of 2
	// <nil>
	// breaker: open: since 2012-02-29T02:30:00Z: 2 failures
	// breaker: name or reason missing: cleared by "" for ""
	// <nil>
	// <nil>
	// half-open
}

// Where software is to blame, one heal at a time is tried.
func ExampleBudget_Begin() {
	now := time.Date(2012, 2, 29, 1, 15, 0, 0, time.UTC)
	key := breaker.Key{Artefact: breaker.Artefact{Name: "agent", Version: "2.1"}, Cause: breaker.GuestSoftware}
	b, err := breaker.New(50)
	if err != nil {
		fmt.Println(err)
		return
	}
	canary, err := b.Begin(now, key, "node2")
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = b.Begin(now, key, "node3")
	fmt.Println(err)
	fmt.Println(canary.Done(now.Add(time.Hour), breaker.Failed))
	_, err = b.Begin(now, key, "node3")
	fmt.Println(err)
	// Output:
	// breaker: a canary is under way: that of agent 2.1, guest software
	// <nil>
	// breaker: healing is held: a canary of agent 2.1, guest software failed
}

// A heal that was not heard of again has failed.
func ExampleTicket_Done() {
	now := time.Date(2012, 2, 29, 1, 15, 0, 0, time.UTC)
	key := breaker.Key{Artefact: breaker.Artefact{Name: "agent", Version: "2.1"}, Cause: breaker.Hardware}
	b, err := breaker.New(50)
	if err != nil {
		fmt.Println(err)
		return
	}
	heal, err := b.Begin(now, key, "node2")
	if err != nil {
		fmt.Println(err)
		return
	}
	var none breaker.Outcome
	fmt.Println(heal.Done(now, none))
	fmt.Println(heal.Done(now, breaker.Healed))
	fmt.Println(b.Snapshot().Failed[0].Node)
	// Output:
	// breaker: unknown outcome: 0, of ticket 1
	// breaker: no such ticket: 1 is done
	// node2
}

// After a restart, heals that were in flight still are.
func ExampleRestore() {
	now := time.Date(2012, 2, 29, 1, 15, 0, 0, time.UTC)
	key := breaker.Key{Artefact: breaker.Artefact{Name: "agent", Version: "2.1"}, Cause: breaker.Hardware}
	b, err := breaker.New(50)
	if err != nil {
		fmt.Println(err)
		return
	}
	heal, err := b.Begin(now, key, "node2")
	if err != nil {
		fmt.Println(err)
		return
	}

	b, err = breaker.Restore(50, b.Snapshot())
	if err != nil {
		fmt.Println(err)
		return
	}
	heal, err = b.Ticket(heal.ID())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(heal.Done(now.Add(time.Hour), breaker.Healed))
	// Output: <nil>
}
