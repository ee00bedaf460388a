package stamp_test

import (
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/leapguard/leapguard/fabric/stamp"
)

// build returns a stamp of nodes n0, n1, ... that take turns in as many fault domains,
// with extents e0, e1, ...
func build(t *testing.T, nodes, domains, extents int) *stamp.Stamp {
	t.Helper()
	s := stamp.New()
	for i := range nodes {
		if err := s.AddNode(node(i), stamp.Domain(fmt.Sprintf("d%d", i%domains)), 2); err != nil {
			t.Fatal(err)
		}
	}
	for i := range extents {
		if err := s.Write(extent(i)); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func node(i int) stamp.NodeID     { return stamp.NodeID(fmt.Sprintf("n%d", i)) }
func extent(i int) stamp.ExtentID { return stamp.ExtentID(fmt.Sprintf("e%d", i)) }

// TestTwoNodes: whichever two nodes are lost, every extent is readable. ST-12.
func TestTwoNodes(t *testing.T) {
	const nodes = 9
	s := build(t, nodes, 3, 200)
	for i := range nodes {
		for j := range i {
			if n := s.WouldLose(node(i), node(j)); n != 0 {
				t.Errorf("without n%d and n%d, %d extents are lost", i, j, n)
			}
		}
	}
	if n := s.WouldLose(node(0), node(1), node(2)); n == 0 {
		t.Error("no extent has its copies on n0, n1 and n2: three nodes could be lost")
	}
}

// TestLoss: if each node is formatted with a chance of p, a share of p³ of the
// extents is lost. ST-13.
func TestLoss(t *testing.T) {
	const (
		nodes, extents, runs = 60, 400, 300
		p                    = 0.1
	)
	s := build(t, nodes, 3, extents)
	random := rand.New(rand.NewPCG(20121228, 0))
	lost := 0
	for range runs {
		var formatted []stamp.NodeID
		for i := range nodes {
			if random.Float64() < p {
				formatted = append(formatted, node(i))
			}
		}
		lost += s.WouldLose(formatted...)
	}
	share := float64(lost) / (extents * runs)
	// The copies of the extents are on 20 triples of nodes, so that the runs are
	// 20*300 throws: the standard deviation is sqrt(p³/6000), about 0.0004.
	if math.Abs(share-p*p*p) > 4*math.Sqrt(p*p*p/6000) {
		t.Errorf("a share of %.5f of the extents is lost, want about %.5f", share, p*p*p)
	}
}

// TestWrite: an extent needs room in three fault domains, and goes nowhere else.
func TestWrite(t *testing.T) {
	s := build(t, 4, 2, 0)
	if err := s.Write("e"); !errors.Is(err, stamp.ErrDomains) {
		t.Errorf("two fault domains: %v", err)
	}
	if s.Readable("e") {
		t.Error("an extent that was not written is readable")
	}
	if err := s.AddNode("n9", "d9", 1); err != nil {
		t.Fatal(err)
	}
	if err := s.Write("e"); err != nil {
		t.Error(err)
	}
	if err := s.Write("e"); !errors.Is(err, stamp.ErrExists) {
		t.Errorf("written twice: %v", err)
	}
	if err := s.Break("n9", 0); err != nil {
		t.Fatal(err)
	}
	if err := s.Write("f"); !errors.Is(err, stamp.ErrDomains) {
		t.Errorf("a domain with a broken disk: %v", err)
	}
	if got := len(s.Degraded()); got != 1 || !s.Readable("e") {
		t.Errorf("%d extents are degraded, want 1, readable", got)
	}
}

// TestAddNode: a node has a name of its own and a fault domain, and is protected.
func TestAddNode(t *testing.T) {
	s := build(t, 1, 1, 0)
	if err := s.AddNode("n0", "d", 1); !errors.Is(err, stamp.ErrExists) {
		t.Errorf("twice: %v", err)
	}
	if err := s.AddNode("n1", "", 1); !errors.Is(err, stamp.ErrDomains) {
		t.Errorf("no fault domain: %v", err)
	}
	if nodes := s.Nodes(); len(nodes) != 1 || nodes[0].Unprotected || nodes[0].State != stamp.InService {
		t.Errorf("%+v", nodes)
	}
}

// TestZeroStamp: the zero value is a stamp without nodes, in which nothing can be done
// until one is added.
func TestZeroStamp(t *testing.T) {
	var s stamp.Stamp
	for name, err := range map[string]error{"take out": s.TakeOut("n0"), "protect": s.Protect("n0"), "prepare": s.Prepare(now, "n0", nil, 0)} {
		if !errors.Is(err, stamp.ErrUnknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := s.Write("e"); !errors.Is(err, stamp.ErrDomains) {
		t.Errorf("written: %v", err)
	}
	if made := s.Repair(); made != 0 || s.WouldLose("n0") != 0 || len(s.Nodes())+len(s.Lost())+len(s.Degraded()) > 0 {
		t.Errorf("%d copies made of nothing", made)
	}
	for i := range stamp.Copies {
		if err := s.AddNode(node(i), stamp.Domain(node(i)), 1); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Write("e"); err != nil || !s.Readable("e") {
		t.Error(err)
	}
}

// TestTakeOut: what is on a node that is taken out is copied elsewhere, into the
// domains that have none. ST-11, ST-12.
func TestTakeOut(t *testing.T) {
	s := build(t, 9, 3, 90)
	if err := s.TakeOut("n0"); err != nil {
		t.Fatal(err)
	}
	if d := s.Degraded(); len(d) != 0 {
		t.Errorf("%d extents are degraded", len(d))
	}
	for i := range 9 {
		for j := range i {
			if n := s.WouldLose(node(i), node(j)); n != 0 {
				t.Errorf("without n%d and n%d, %d extents are lost", i, j, n)
			}
		}
	}
}

// TestRepair: copies that were lost with a disk are made anew.
func TestRepair(t *testing.T) {
	s := build(t, 6, 3, 60)
	if err := s.Break("n1", 0); err != nil {
		t.Fatal(err)
	}
	before := len(s.Degraded())
	if before == 0 {
		t.Fatal("nothing was on the disk")
	}
	if made := s.Repair(); made != before {
		t.Errorf("%d copies made, want %d", made, before)
	}
	if d := s.Degraded(); len(d) != 0 {
		t.Errorf("%v are degraded", d)
	}
	// The copies are in three domains again, also if more is taken out.
	if err := s.TakeOut("n0"); err != nil {
		t.Fatal(err)
	}
	for i := range 6 {
		for j := range i {
			if n := s.WouldLose(node(i), node(j)); n != 0 {
				t.Errorf("without n%d and n%d, %d extents are lost", i, j, n)
			}
		}
	}
}

// TestUnknown: what the stamp does not have is an error.
func TestUnknown(t *testing.T) {
	s := build(t, 3, 3, 1)
	for name, err := range map[string]error{
		"take out": s.TakeOut("x"), "return": s.Return("x"), "lift": s.Lift("x"), "protect": s.Protect("x"), "break": s.Break("x", 0), "disk": s.Break("n0", 2),
	} {
		if !errors.Is(err, stamp.ErrUnknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := s.Open("n0", -1); !errors.Is(err, stamp.ErrUnknown) {
		t.Errorf("open: %v", err)
	}
	for name, err := range map[string]error{"return": s.Return("n0"), "lift": s.Lift("n0")} {
		if !errors.Is(err, stamp.ErrState) {
			t.Errorf("%s of a node in service: %v", name, err)
		}
	}
}
