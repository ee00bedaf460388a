// Package partition drops the partitions of a log.
package partition

import (
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"slices"
	"sync"
)

// A Partition is a part of a topic.
type Partition struct {
	Topic  string
	Number int

	//leapguard:flag partition when=true
	Follower bool
}

// Lag returns an error unless all followers have what the partition has.
//
//leapguard:check partition recv
func (p *Partition) Lag() error { return nil }

// Truncate deletes the log.
//
//leapguard:danger partition p
func Truncate(p *Partition) { p.Number = -1 }

// A Broker has partitions.
type Broker struct {
	mu    sync.Mutex
	parts map[int]*Partition
	drop  []*Partition
}

// Drop truncates one partition.
func (b *Broker) Drop(n int) error {
	b.mu.Lock()
	p, ok := b.parts[n]
	b.mu.Unlock()
	if !ok {
		return fmt.Errorf("no partition %d", n)
	}
	if !p.Follower {
		return errors.New("the leader stays")
	}
	Truncate(p)
	return nil
}

// Flush truncates what was to be dropped.
func (b *Broker) Flush() {
	each(b.drop, func(p *Partition) {
		if p.Lag() != nil {
			return
		}
		Truncate(p)
	})
}

func each[T any](list []T, f func(T)) {
	for _, x := range list {
		f(x)
	}
}

// Rebalance truncates partitions in the order of their numbers.
func (b *Broker) Rebalance() (err error) {
	for _, n := range slices.Sorted(maps.Keys(b.parts)) {
		p := b.parts[n]
		if err = p.Lag(); err != nil {
			return err
		}
		Truncate(p)
	}
	return nil
}

// follower is a check for callers.
func follower(p *Partition) bool { return p != nil && p.Follower }

// Prune truncates a partition of a follower.
func Prune(p *Partition) bool {
	if !follower(p) {
		return false
	}
	Truncate(p)
	return true
}

// Async truncates in the background.
func (b *Broker) Async(p *Partition, done *sync.WaitGroup) {
	done.Go(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		if err := p.Lag(); err != nil {
			slog.Warn("followers lag", "topic", p.Topic, "error", err)
			return
		}
		Truncate(p)
	})
}
