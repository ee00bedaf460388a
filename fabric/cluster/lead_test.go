package cluster_test

import (
	"bytes"
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/fabric/breaker"
	"github.com/leapguard/leapguard/fabric/cluster"
)

// An elector is a toy: it says what it is told to say.
type elector struct {
	term         uint64
	termErr, err error
}

func (e elector) Term(context.Context) (uint64, error) { return e.term, e.termErr }
func (e elector) Barrier(context.Context) error        { return e.err }

// TestLead: a new primary loads what the one before saved. LD-02, ST-09.
func TestLead(t *testing.T) {
	ctx := t.Context()
	store := new(cluster.MemoryStore)
	c, err := cluster.Lead(ctx, start, config(), elector{term: 1}, store)
	if err != nil {
		t.Fatal(err)
	}
	check(t, c, toReturned...)
	saved := save(t, c, start.Add(time.Hour))
	if err := store.Save(ctx, saved); err != nil {
		t.Fatal(err)
	}
	next, err := cluster.Lead(ctx, start.Add(time.Hour), config(), elector{term: 2}, store)
	if err != nil {
		t.Fatal(err)
	}
	got := save(t, next, start.Add(time.Hour))
	if got.Permits.Epoch != 2 {
		t.Errorf("term %d, want 2", got.Permits.Epoch)
	}
	got.Permits.Epoch = 1
	got.Intents[0].Stored = false
	if !reflect.DeepEqual(got, saved) {
		t.Errorf("loaded\n%+v\nsaved\n%+v", got, saved)
	}
}

// A lateElector is one whose barrier ends when the last primary has saved its state.
type lateElector struct {
	elector
	store *cluster.MemoryStore
	state cluster.State
}

func (e lateElector) Barrier(ctx context.Context) error { return e.store.Save(ctx, e.state) }

// TestBarrier: a new primary loads after the barrier, or it would miss what the one
// before saved last. LD-02, ST-09.
func TestBarrier(t *testing.T) {
	c := lead(t, start, 1, cluster.State{})
	check(t, c, toReturned...)
	store := new(cluster.MemoryStore)
	late := lateElector{elector{term: 2}, store, save(t, c, start.Add(time.Hour))}
	next, err := cluster.Lead(t.Context(), start.Add(time.Hour), config(), late, store)
	if err != nil {
		t.Fatal(err)
	}
	if got := save(t, next, start.Add(time.Hour)); len(got.Nodes) != 1 || len(got.Intents) != 1 {
		t.Errorf("loaded %+v", got)
	}
}

// TestStale: a primary that is one no longer cannot save over its successor. ST-09.
func TestStale(t *testing.T) {
	store := new(cluster.MemoryStore)
	old, next := save(t, lead(t, start, 1, cluster.State{}), start), save(t, lead(t, start, 2, cluster.State{}), start)
	for _, s := range []cluster.State{old, next, next} {
		if err := store.Save(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	if err := store.Save(t.Context(), old); !errors.Is(err, cluster.ErrStale) {
		t.Errorf("saved by the primary of term 1: %v", err)
	}
	twice := next
	twice.Nodes = []cluster.Node{{ID: "n1", Status: cluster.InService}, {ID: "n1", Status: cluster.InService}}
	if err := store.Save(t.Context(), twice); !errors.Is(err, cluster.ErrCorrupt) {
		t.Errorf("saved what cannot be loaded: %v", err)
	}
	if got, err := store.Load(t.Context()); err != nil || !reflect.DeepEqual(got, next) {
		t.Errorf("after what was refused: %+v, %v", got, err)
	}
}

// TestLeadFails: a replica that is not elected, or cannot know all, does not lead.
func TestLeadFails(t *testing.T) {
	lost := errors.New("lost")
	for name, e := range map[string]elector{"term": {termErr: lost}, "barrier": {term: 1, err: lost}} {
		if c, err := cluster.Lead(t.Context(), start, config(), e, new(cluster.MemoryStore)); !errors.Is(err, lost) || c != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestDecodeState: what this package did not write is not read, with something missing,
// there twice, unknown, or otherwise another.
func TestDecodeState(t *testing.T) {
	good, err := cluster.EncodeState(cluster.State{})
	if err != nil {
		t.Fatal(err)
	}
	with := func(old, text string) string { return strings.Replace(string(good), old, text, 1) }
	if s, err := cluster.DecodeState(good); err != nil || !reflect.DeepEqual(s, cluster.State{}) {
		t.Errorf("%s: %+v, %v", good, s, err)
	}
	for _, data := range []string{
		" ", "{", "null", "[]", "{}", `{"Surprise":1}`, `{"Nodes":null}{}`, `{"Nodes":null} x`, `{"Last":1e99}`,
		`{"Permits":{"Epoch":-1}}`, `{"Nodes":[{"ID":"n1","Domain":"d","Status":"in service","Since":"2026-02-29T00:00:00Z"}]}`,
		with("{", `{"Surprise":1,`), with("{", `{"Last":7,`), with(`"Epoch":0,`, ""), with(`"Leases"`, `"leases"`), with(`"Last":0`, `"Last":-1`), with("}", "} "),
	} {
		if s, err := cluster.DecodeState([]byte(data)); !errors.Is(err, cluster.ErrCorrupt) || !reflect.DeepEqual(s, cluster.State{}) {
			t.Errorf("%s: %+v, %v", data, s, err)
		}
	}
}

// FuzzDecodeState: a state is decoded to what encodes to the same again, or is corrupt;
// a truncated one always is.
func FuzzDecodeState(f *testing.F) {
	state := cluster.State{
		Nodes:   []cluster.Node{{ID: "n1", Domain: "d1", Status: cluster.Returned, Since: start, Ticket: "T1"}},
		Intents: []cluster.Intent{{ID: "i1", Node: "n1", Ticket: "T1", Owner: "o"}},
		Last:    1,
		Machines: cluster.Machines{
			VMs:      []cluster.VM{{ID: "a", Guest: "1", Node: "n1", Status: cluster.Starting, Trigger: cluster.Healing, Ticket: 1}},
			Evidence: []breaker.Evidence{{Time: start, Node: "n1", Signal: breaker.Silent}},
			Holds:    []cluster.Hold{{Guest: "2", Since: start}},
			Budget:   breaker.Snapshot{InFlight: []breaker.Heal{{Ticket: 1, Node: "n1", Began: start}}, Issued: 1},
			Off:      []cluster.Class{cluster.Management},
		},
	}
	data, err := cluster.EncodeState(state)
	if err != nil {
		f.Fatal(err)
	}
	for i := range data {
		if s, err := cluster.DecodeState(data[:i]); i > 0 && (!errors.Is(err, cluster.ErrCorrupt) || !reflect.DeepEqual(s, cluster.State{})) {
			f.Errorf("the first %d bytes: %+v, %v", i, s, err)
		}
	}
	f.Add(data)
	f.Add(append(bytes.Clone(data), '1'))
	f.Add([]byte(`{"Nodes":null,"Surprise":1}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := cluster.DecodeState(data)
		if err != nil {
			if !errors.Is(err, cluster.ErrCorrupt) {
				t.Errorf("error %v", err)
			}
			return
		}
		again, err := cluster.EncodeState(s)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := cluster.DecodeState(again); err != nil || !reflect.DeepEqual(back, s) {
			t.Errorf("%+v becomes %+v, %v", s, back, err)
		}
	})
}
