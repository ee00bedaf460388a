package boltstore

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	bolt "go.etcd.io/bbolt"

	"github.com/leapguard/leapguard/fabric/cluster"
	"github.com/leapguard/leapguard/fabric/permit"
)

var now = time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)

// example returns a state of a term, with as many nodes, which make it long.
func example(term uint64, nodes int) cluster.State {
	s := cluster.State{Permits: permit.Snapshot{Epoch: term}, Last: nodes}
	for i := range nodes {
		s.Nodes = append(s.Nodes, cluster.Node{ID: cluster.NodeID(fmt.Sprintf("n%d", i)), Domain: "d", Status: cluster.InService, Since: now})
	}
	return s
}

// temp returns the name of a file that does not exist.
func temp(t *testing.T) string { return filepath.Join(t.TempDir(), "state.db") }

func mustOpen(t *testing.T, path string) *Store {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() }) // again, in most tests
	return s
}

// saved returns the content of a file in which states were saved one after the other.
func saved(t *testing.T, states ...cluster.State) []byte {
	t.Helper()
	path := temp(t)
	s := mustOpen(t, path)
	for _, state := range states {
		if err := s.Save(t.Context(), state); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// load opens a file with a content and returns what is in it. If it cannot be opened,
// the content must be what it was.
func load(t *testing.T, data []byte) (cluster.State, error) {
	t.Helper()
	path := temp(t)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := Open(path)
	if err != nil {
		after, readErr := os.ReadFile(path)
		if readErr != nil || string(after) != string(data) {
			t.Errorf("after %v, the file is another: %v", err, readErr)
		}
		return cluster.State{}, err
	}
	state, err := s.Load(t.Context())
	return state, errors.Join(err, s.Close())
}

// typed reports whether an error is one of those for a file that is not right.
func typed(err error) bool {
	return errors.Is(err, cluster.ErrCorrupt) || errors.Is(err, ErrForeign) || errors.Is(err, ErrNewer)
}

// TestSave: what was saved last is loaded, also after the file was opened again, and
// at first there is the zero State.
func TestSave(t *testing.T) {
	path := temp(t)
	s := mustOpen(t, path)
	for _, want := range []cluster.State{{}, example(1, 3), example(1, 2000), example(2, 1)} {
		if len(want.Nodes) > 0 {
			if err := s.Save(t.Context(), want); err != nil {
				t.Fatal(err)
			}
		}
		for range 2 {
			if got, err := s.Load(t.Context()); err != nil || !reflect.DeepEqual(got, want) {
				t.Errorf("%d nodes: got %d, %v", len(want.Nodes), len(got.Nodes), err)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			s = mustOpen(t, path)
		}
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("%v, %v: want one file", files, err)
	}
}

// TestLead: a fabric controller goes on with what the one before saved. LD-02, ST-09.
func TestLead(t *testing.T) {
	path := temp(t)
	config := cluster.Config{
		Permits: permit.Config{PerWindow: 1, PerGroup: 1, Window: time.Hour, MaxLease: time.Hour, Audit: new(permit.Log)},
		Lease:   time.Hour, Scan: time.Hour,
	}
	for term := range uint64(3) {
		s := mustOpen(t, path)
		c, err := cluster.Lead(t.Context(), now, config, elected(term+1), s)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := c.Step(now, cluster.Add{Node: cluster.NodeID(fmt.Sprint(term)), Domain: "d"}); err != nil {
			t.Fatal(err)
		}
		state, err := c.State(now)
		if err != nil || len(state.Nodes) != int(term)+1 {
			t.Errorf("term %d: %+v, %v", term, state, err)
		}
		if err := errors.Join(s.Save(t.Context(), state), s.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

type elected uint64

func (e elected) Term(context.Context) (uint64, error) { return uint64(e), nil }
func (elected) Barrier(context.Context) error          { return nil }

// TestRefused: a state that could not be loaded, or is of an earlier term, is not
// saved, also after the file was opened again.
func TestRefused(t *testing.T) {
	path := temp(t)
	s := mustOpen(t, path)
	want := example(2, 2)
	if err := s.Save(t.Context(), want); err != nil {
		t.Fatal(err)
	}
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	for range 2 {
		twice := cluster.State{Nodes: []cluster.Node{want.Nodes[0], want.Nodes[0]}, Permits: permit.Snapshot{Epoch: 2}}
		if err := s.Save(t.Context(), twice); !errors.Is(err, cluster.ErrCorrupt) {
			t.Errorf("a node that is there twice: %v", err)
		}
		if err := s.Save(t.Context(), example(1, 5)); !errors.Is(err, cluster.ErrStale) {
			t.Errorf("an earlier term: %v", err)
		}
		if err := s.Save(canceled, example(3, 5)); !errors.Is(err, context.Canceled) {
			t.Errorf("canceled: %v", err)
		}
		if _, err := s.Load(canceled); !errors.Is(err, context.Canceled) {
			t.Errorf("canceled: %v", err)
		}
		if got, err := s.Load(t.Context()); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, %v", got, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		s = mustOpen(t, path)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]*Store{"closed": s, "zero": new(Store)} {
		if err := s.Save(t.Context(), want); !errors.Is(err, ErrClosed) {
			t.Errorf("saved to a %s store: %v", name, err)
		}
		if _, err := s.Load(t.Context()); !errors.Is(err, ErrClosed) {
			t.Errorf("loaded from a %s store: %v", name, err)
		}
		if err := s.Close(); err != nil {
			t.Errorf("close of a %s store: %v", name, err)
		}
	}
	if got, err := mustOpen(t, path).Load(t.Context()); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("at the end: %+v, %v", got, err)
	}
}

// TestHere: a file of the present directory is made in it, wherever temporary files go.
func TestHere(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "none"))
	if err := mustOpen(t, "state.db").Save(t.Context(), example(1, 1)); err != nil {
		t.Error(err)
	}
	if files, err := filepath.Glob("*"); err != nil || len(files) != 1 || files[0] != "state.db" {
		t.Errorf("%v, %v", files, err)
	}
}

// TestRace saves and loads at the same time: what is loaded was saved, and of the terms
// none comes back.
func TestRace(t *testing.T) {
	s := mustOpen(t, temp(t))
	if err := s.Save(t.Context(), example(1, 1)); err != nil {
		t.Fatal(err)
	}
	var done sync.WaitGroup
	for term := range uint64(8) {
		done.Go(func() {
			if err := s.Save(t.Context(), example(term+1, int(term)+1)); err != nil && !errors.Is(err, cluster.ErrStale) {
				t.Errorf("term %d: %v", term+1, err)
			}
			got, err := s.Load(t.Context())
			if err != nil || uint64(len(got.Nodes)) != got.Permits.Epoch || got.Permits.Epoch < term+1 {
				t.Errorf("after term %d: %d nodes of term %d, %v", term+1, len(got.Nodes), got.Permits.Epoch, err)
			}
		})
	}
	done.Wait()
	if got, err := s.Load(t.Context()); err != nil || len(got.Nodes) != 8 {
		t.Errorf("at the end: %d nodes, %v", len(got.Nodes), err)
	}
}

// TestLocked: a file is open once at a time.
func TestLocked(t *testing.T) {
	path := temp(t)
	s := mustOpen(t, path)
	if _, err := Open(path); !errors.Is(err, ErrLocked) || !strings.Contains(err.Error(), path) {
		t.Errorf("open twice: %v", err)
	}
	if err := s.Save(t.Context(), example(1, 1)); err != nil {
		t.Errorf("after somebody else tried to open it: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if got, err := mustOpen(t, path).Load(t.Context()); err != nil || len(got.Nodes) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestOthers: files that are not of this package, or of a later version, are told
// from those that are damaged.
func TestOthers(t *testing.T) {
	other := func(change func(tx *bolt.Tx) error) []byte {
		path := filepath.Join(t.TempDir(), "other.db")
		db, err := bolt.Open(path, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(db.Update(change), db.Close()); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	values := func(version, state string, sum []byte) []byte {
		return other(func(tx *bolt.Tx) error {
			b, err := tx.CreateBucket(bucketName)
			return errors.Join(err, b.Put(formatKey, []byte(version)), b.Put(stateKey, []byte(state)), b.Put(sumKey, sum))
		})
	}
	newer := saved(t, example(1, 1))
	for _, page := range []int{0, os.Getpagesize()} {
		newer[page+headerSize+4]++
	}
	for name, test := range map[string]struct {
		data []byte
		want error
	}{
		"text":            {[]byte(strings.Repeat("Dear diary, ", 1000)), ErrForeign},
		"short text":      {[]byte("Dear diary, today I was"), ErrForeign},
		"one byte":        {[]byte{0}, cluster.ErrCorrupt},
		"nothing":         {nil, cluster.ErrCorrupt},
		"other buckets":   {other(func(tx *bolt.Tx) error { _, err := tx.CreateBucket([]byte("x")); return err }), ErrForeign},
		"no buckets":      {other(func(*bolt.Tx) error { return nil }), ErrForeign},
		"newer bbolt":     {newer, ErrNewer},
		"newer format":    {values("2", "?", checksum([]byte("2"), []byte("?"))), ErrNewer},
		"wrong checksum":  {values("1", "{}", checksum([]byte("1"), []byte("{ }"))), cluster.ErrCorrupt},
		"no state":        {values("1", "{", checksum([]byte("1"), []byte("{"))), cluster.ErrCorrupt},
		"moved value":     {values("1{", "}", checksum([]byte("1"), []byte("{}"))), cluster.ErrCorrupt},
		"impossible":      {values("1", `{"Last":"x"}`, checksum([]byte("1"), []byte(`{"Last":"x"}`))), cluster.ErrCorrupt},
		"nothing in here": {other(func(tx *bolt.Tx) error { _, err := tx.CreateBucket(bucketName); return err }), cluster.ErrCorrupt},
	} {
		if _, err := load(t, test.data); !errors.Is(err, test.want) {
			t.Errorf("%s: %v, want %v", name, err, test.want)
		}
	}
	if _, err := Open(t.TempDir()); err == nil {
		t.Error("a directory was opened")
	}
	if _, err := Open(filepath.Join(t.TempDir(), "no", "such", "directory")); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("no directory: %v", err)
	}
}
