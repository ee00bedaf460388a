package boltstore

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	bolt "go.etcd.io/bbolt"

	"github.com/leapguard/leapguard/fabric/cluster"
)

// seed begins all chance here.
const seed = 20121228

// TestCut: a file that was cut off, at the end of each page or anywhere, is corrupt and
// left as it is, unless all that is in it is there.
func TestCut(t *testing.T) {
	random := rand.New(rand.NewPCG(seed, 0))
	for _, nodes := range []int{1, 300} {
		want := example(2, nodes)
		data := saved(t, example(1, 10), want)
		var cuts []int
		for at := 0; at <= len(data); at += os.Getpagesize() {
			cuts = append(cuts, at, max(at-1, 0), min(at+1, len(data)))
		}
		for range 100 {
			cuts = append(cuts, random.IntN(len(data)))
		}
		whole := 0
		for _, at := range cuts {
			got, err := load(t, data[:at])
			switch {
			case err == nil && reflect.DeepEqual(got, want):
				whole++
			case err == nil:
				t.Errorf("cut at %d of %d bytes: %d nodes in term %d", at, len(data), len(got.Nodes), got.Permits.Epoch)
			case !typed(err):
				t.Errorf("cut at %d of %d bytes: %v", at, len(data), err)
			}
		}
		if whole == 0 || whole > len(cuts)/2 {
			t.Errorf("%d of %d cuts leave all that is in the file", whole, len(cuts))
		}
	}
}

// TestCrash: whatever pages had reached the disk when the machine ended while a state
// was saved, either that or the one before is loaded. The pages may have been written
// in any order, but the one that names the transaction, which is last, may be half.
func TestCrash(t *testing.T) {
	random := rand.New(rand.NewPCG(seed, 1))
	states := []cluster.State{example(1, 40), example(1, 60), example(2, 5), example(2, 90)}
	for i, want := range states[1:] {
		before, after := saved(t, states[:i+1]...), saved(t, states[:i+2]...)
		size := os.Getpagesize()
		for n := range 100 {
			torn := append(slices.Clone(before), after[min(len(before), len(after)):]...)
			for at := 2 * size; at+size <= len(after); at += size {
				if n == 0 || random.IntN(2) == 0 {
					copy(torn[at:at+size], after[at:])
				}
			}
			if n == 0 { // all the others, and some of the last page
				for at := range 2 {
					copy(torn[at*size:at*size+headerSize+metaSize-random.IntN(metaSize)], after[at*size:])
				}
			}
			if got, err := load(t, torn); err != nil || !reflect.DeepEqual(got, states[i]) && !reflect.DeepEqual(got, want) {
				t.Errorf("save %d, try %d: %d nodes, %v", i, n, len(got.Nodes), err)
			}
		}
	}
}

// TestDamage: a file in which a byte was changed is an error, unless nothing was in it
// there. If the byte names the latest transaction, it is the one before.
func TestDamage(t *testing.T) {
	random := rand.New(rand.NewPCG(seed, 2))
	before, want := example(1, 40), example(1, 60)
	data := saved(t, before, want)
	wrong := 0
	for range 1500 {
		at := random.IntN(len(data))
		damaged := slices.Clone(data)
		damaged[at] ^= byte(1 + random.IntN(255))
		got, err := load(t, damaged)
		switch named := at < 2*os.Getpagesize(); {
		case err == nil && (reflect.DeepEqual(got, want) || named && reflect.DeepEqual(got, before)):
		case err == nil:
			t.Errorf("byte %d: %d nodes", at, len(got.Nodes))
		case !typed(err):
			t.Errorf("byte %d: %v", at, err)
		default:
			wrong++
		}
	}
	if wrong == 0 {
		t.Error("no damage was found")
	}
}

// FuzzOpen: any file is opened, can be saved to and opened again, or is refused with a
// typed error and left as it is.
func FuzzOpen(f *testing.F) {
	path := filepath.Join(f.TempDir(), "seed.db")
	s, err := Open(path)
	if err != nil {
		f.Fatal(err)
	}
	if err := s.Save(f.Context(), example(1, 3)); err != nil {
		f.Fatal(err)
	}
	if err := s.Close(); err != nil {
		f.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:2*os.Getpagesize()])
	f.Add([]byte{})
	random := rand.New(rand.NewPCG(seed, 3))
	for range 50 {
		damaged := bytes.Clone(data)
		for range 1 + random.IntN(8) {
			damaged[2*os.Getpagesize()+random.IntN(len(data)-2*os.Getpagesize())] = byte(random.IntN(256))
		}
		f.Add(damaged)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := load(t, data); err != nil {
			if !typed(err) {
				t.Errorf("%v", err)
			}
			return
		}
		path := temp(t)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s := mustOpen(t, path)
		want := example(1<<40, 2)
		if err := s.Save(t.Context(), want); err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if got, err := mustOpen(t, path).Load(t.Context()); err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%+v, %v", got, err)
		}
	})
}

// TestCheck: what bbolt finds no fault with, neither does check: files of many sizes
// that were saved to many times.
func TestCheck(t *testing.T) {
	path := temp(t)
	s := mustOpen(t, path)
	random := rand.New(rand.NewPCG(seed, 4))
	for i := range 60 {
		if err := s.Save(t.Context(), example(1, random.IntN(3000))); err != nil {
			t.Fatal(err)
		}
		if i%5 != 0 {
			continue
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := check(data); err != nil {
			t.Errorf("save %d: %v", i, err)
		}
		err = s.db.View(func(tx *bolt.Tx) error {
			for err := range tx.Check() {
				t.Errorf("save %d: bbolt: %v", i, err)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
