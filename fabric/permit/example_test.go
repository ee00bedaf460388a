package permit_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/leapguard/leapguard/fabric/permit"
)

// morning is when the examples begin.
var morning = time.Date(2012, 12, 28, 9, 0, 0, 0, time.UTC)

// open returns an authority in epoch 7 that knows three disks in two racks.
func open() (*permit.Authority, *permit.Log) {
	log := &permit.Log{}
	a, err := permit.New(permit.Config{
		PerWindow: 3, PerGroup: 2, Window: time.Hour, MaxLease: 8 * time.Hour, Audit: log,
	})
	if err != nil {
		fmt.Println(err)
	}
	for disk, rack := range map[permit.Resource]permit.Group{"disk1": "rackA", "disk2": "rackA", "disk3": "rackB"} {
		if err := a.Add(disk, rack); err != nil {
			fmt.Println(err)
		}
	}
	if err := a.Advance(morning, 7); err != nil {
		fmt.Println(err)
	}
	return a, log
}

// repair is a lease until noon.
func repair(disk permit.Resource) permit.Lease {
	return permit.Lease{
		Resource: disk, Owner: "ada", Reason: "back from repair", Ticket: "T-1",
		Expires: morning.Add(3 * time.Hour),
	}
}

// order is an intent to format the disk.
func order(disk permit.Resource) permit.Intent {
	return permit.Intent{ID: "order of " + string(disk), Action: "format", Resource: disk}
}

// A disk that came back from repair is formatted: lease, permit, consumption,
// release.
func Example() {
	a, log := open()

	if err := a.Unprotect(morning, repair("disk1")); err != nil {
		fmt.Println(err)
		return
	}
	p, err := a.Authorize(morning.Add(time.Minute), "format", "disk1", order("disk1"))
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := p.Consume(morning.Add(2*time.Minute), "format", "disk1", 7); err != nil {
		fmt.Println(err)
		return
	}
	// Here, and nowhere else, the disk is formatted.
	if err := a.Release(morning.Add(time.Hour), "disk1"); err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range log.Records() {
		fmt.Println(r)
	}
	// Output:
	// 2012-12-28T09:00:00Z advance granted epoch=7
	// 2012-12-28T09:00:00Z unprotect granted resource="disk1" group="rackA" owner="ada" reason="back from repair" ticket="T-1" epoch=7
	// 2012-12-28T09:01:00Z authorize granted action="format" resource="disk1" group="rackA" intent="order of disk1" owner="ada" reason="back from repair" ticket="T-1" epoch=7 permit=1
	// 2012-12-28T09:02:00Z consume consumed action="format" resource="disk1" group="rackA" intent="order of disk1" owner="ada" reason="back from repair" ticket="T-1" epoch=7 permit=1
	// 2012-12-28T10:00:00Z release released resource="disk1" group="rackA" owner="ada" reason="back from repair" ticket="T-1" epoch=7
}

// The limits have no defaults.
func ExampleNew() {
	_, err := permit.New(permit.Config{Window: time.Hour, MaxLease: time.Hour, Audit: &permit.Log{}})
	fmt.Println(err)
	// Output: permit: bad configuration: 0 permits in a group, 0 in all
}

// Protection is back at the instant at which the lease expires.
func ExampleAuthority_Protected() {
	a, _ := open()
	fmt.Println(a.Protected(morning, "disk1"))
	if err := a.Unprotect(morning, repair("disk1")); err != nil {
		fmt.Println(err)
	}
	fmt.Println(a.Protected(morning.Add(3*time.Hour-1), "disk1"))
	fmt.Println(a.Protected(morning.Add(3*time.Hour), "disk1"))
	fmt.Println(a.Protected(morning, "a disk that nobody has heard of"))
	// Output:
	// true
	// false
	// true
	// true
}

// A lease says what it is for.
func ExampleAuthority_Unprotect() {
	a, _ := open()
	l := repair("disk1")
	l.Ticket = ""
	fmt.Println(a.Unprotect(morning, l))
	l = repair("disk1")
	l.Expires = morning.AddDate(0, 0, 30)
	fmt.Println(a.Unprotect(morning, l))
	// Output:
	// permit: bad lease: owner "ada", reason "back from repair", ticket ""
	// permit: bad lease: it expires at 2013-01-27T09:00:00Z, more than 8h0m0s after 2012-12-28T09:00:00Z
}

// Work that takes longer needs a ticket, in time.
func ExampleAuthority_Renew() {
	a, _ := open()
	if err := a.Unprotect(morning, repair("disk1")); err != nil {
		fmt.Println(err)
	}
	noon, evening := morning.Add(3*time.Hour), morning.Add(9*time.Hour)
	fmt.Println(a.Renew(noon.Add(-time.Hour), "disk1", "", evening))
	fmt.Println(a.Renew(noon.Add(-time.Hour), "disk1", "T-2", evening))
	fmt.Println(a.Renew(evening, "disk1", "T-3", evening.Add(time.Hour)))
	// Output:
	// permit: bad lease: owner "ada", reason "back from repair", ticket ""
	// <nil>
	// permit: protected: "disk1" has no lease
}

// A lease alone permits nothing: somebody must want the action.
func ExampleAuthority_Authorize() {
	a, _ := open()
	if err := a.Unprotect(morning, repair("disk1")); err != nil {
		fmt.Println(err)
	}
	_, err := a.Authorize(morning, "format", "disk1", permit.Intent{})
	fmt.Println(err)
	_, err = a.Authorize(morning, "format", "disk3", order("disk3"))
	fmt.Println(err)
	// Output:
	// permit: no intent: action "format", intent ""
	// permit: protected: "disk3" has no lease
}

// A permit is for one thing, once.
func ExamplePermit_Consume() {
	a, _ := open()
	if err := a.Unprotect(morning, repair("disk1")); err != nil {
		fmt.Println(err)
	}
	p, err := a.Authorize(morning, "format", "disk1", order("disk1"))
	if err != nil {
		fmt.Println(err)
		return
	}
	twin := *p
	fmt.Println(p.Consume(morning, "format", "disk2", 7))
	fmt.Println(p.Consume(morning, "format", "disk1", 6))
	fmt.Println(p.Consume(morning, "format", "disk1", 7))
	fmt.Println(twin.Consume(morning, "format", "disk1", 7))
	fmt.Println(new(permit.Permit).Consume(morning, "format", "disk1", 7))
	// Output:
	// permit: no permit for this: it is for "format" of "disk1", not "format" of "disk2"
	// permit: stale epoch: granted in 7, consumed in 6, the current one is 7
	// <nil>
	// permit: consumed before: permit 1
	// permit: no permit for this: it was never granted
}

// What destroys can insist on its own authority.
func ExamplePermit_GrantedBy() {
	ours, _ := open()
	theirs, _ := open()
	for _, a := range []*permit.Authority{ours, theirs} {
		if err := a.Unprotect(morning, repair("disk1")); err != nil {
			fmt.Println(err)
		}
		p, err := a.Authorize(morning, "format", "disk1", order("disk1"))
		fmt.Println(p.GrantedBy(ours), err)
	}
	// Output:
	// true <nil>
	// false <nil>
}

// A new primary makes the permits of the old one useless.
func ExampleAuthority_Advance() {
	a, _ := open()
	if err := a.Unprotect(morning, repair("disk1")); err != nil {
		fmt.Println(err)
	}
	p, err := a.Authorize(morning, "format", "disk1", order("disk1"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Advance(morning, 8))
	fmt.Println(p.Consume(morning, "format", "disk1", 7))
	fmt.Println(p.Consume(morning, "format", "disk1", 8))
	// Output:
	// <nil>
	// permit: stale epoch: granted in 7, consumed in 7, the current one is 8
	// permit: stale epoch: granted in 7, consumed in 8, the current one is 8
}

// Leases outlive a restart, permits do not, and a primary has to be elected
// anew.
func ExampleAuthority_Restore() {
	a, _ := open()
	if err := a.Unprotect(morning, repair("disk1")); err != nil {
		fmt.Println(err)
	}
	s, err := a.Snapshot(morning)
	if err != nil {
		fmt.Println(err)
		return
	}

	b, err := permit.New(permit.Config{
		PerWindow: 3, PerGroup: 2, Window: time.Hour, MaxLease: 8 * time.Hour, Audit: &permit.Log{},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(b.Restore(morning, s))
	if err := b.Add("disk1", "rackA"); err != nil {
		fmt.Println(err)
	}
	fmt.Println(b.Restore(morning, s))
	_, err = b.Authorize(morning, "format", "disk1", order("disk1"))
	fmt.Println(errors.Is(err, permit.ErrEpoch), err)
	fmt.Println(b.Advance(morning, 8))
	_, err = b.Authorize(morning, "format", "disk1", order("disk1"))
	fmt.Println(err)
	// Output:
	// permit: corrupt snapshot: the lease of "disk1": permit: unknown resource: "disk1"
	// <nil>
	// true permit: stale epoch: there is no primary
	// <nil>
	// <nil>
}
