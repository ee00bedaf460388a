package cluster

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Lead returns the controller of a replica that was elected primary: it waits for all
// that earlier primaries saved, and loads it. It does nothing else, and returns no
// actions. The errors are those of the elector, of the store and of [New].
func Lead(ctx context.Context, now time.Time, config Config, elector Elector, store Store) (*Controller, error) {
	term, err := elector.Term(ctx)
	if err != nil {
		return nil, fmt.Errorf("cluster: which term is it: %w", err)
	}
	if err := elector.Barrier(ctx); err != nil {
		return nil, fmt.Errorf("cluster: wait for what was saved: %w", err)
	}
	state, err := store.Load(ctx)
	if err != nil {
		return nil, err
	}
	return New(now, term, config, state)
}

// EncodeState returns a state as JSON, for a [Store].
func EncodeState(s State) ([]byte, error) { return json.Marshal(s) }

// DecodeState reads what [EncodeState] wrote; empty data is the zero State. The error
// is [ErrCorrupt] if anything is missing, there twice, unknown, behind the end, or
// cannot be true.
func DecodeState(data []byte) (State, error) {
	var s State
	if len(data) == 0 {
		return s, nil
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return State{}, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	// What package json passes over, such as leases that are not there, is lost.
	if again, err := EncodeState(s); err != nil || !bytes.Equal(again, data) {
		return State{}, fmt.Errorf("%w: it was not written so", ErrCorrupt)
	}
	if err := s.check(); err != nil {
		return State{}, err
	}
	return s, nil
}

// A MemoryStore is a [Store] for tests and simulations. The zero value is empty.
type MemoryStore struct {
	mu   sync.Mutex
	data []byte
	term uint64 // of the state
}

// Load implements [Store].
func (m *MemoryStore) Load(context.Context) (State, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return DecodeState(slices.Clone(m.data))
}

// Save implements [Store]. A state that could not be loaded again is not saved: the
// error is [ErrCorrupt].
func (m *MemoryStore) Save(_ context.Context, s State) error {
	data, err := EncodeState(s)
	if err != nil {
		return err
	}
	if _, err := DecodeState(data); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if s.Permits.Epoch < m.term {
		return fmt.Errorf("%w: %d, the present one is %d", ErrStale, s.Permits.Epoch, m.term)
	}
	m.data, m.term = data, s.Permits.Epoch
	return nil
}
