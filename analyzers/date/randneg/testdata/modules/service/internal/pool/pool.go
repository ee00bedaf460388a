// Package pool has fields that the module sets.
package pool

import (
	"math/rand"
	"time"
)

const idle = time.Minute

// Pool is made by New only, with constants.
type Pool struct {
	Idle  time.Duration
	Fill  time.Duration
	Drop  time.Duration
	Never time.Duration
}

func New() *Pool {
	return &Pool{Idle: idle, Drop: time.Second}
}

func (p *Pool) Wait() {
	if p.Idle >= 0 {
		rand.Int63n(int64(p.Idle)) // vetted
	}
}

// Refill: the constructor leaves it 0.
func (p *Pool) Refill() {
	if p.Fill >= 0 {
		rand.Int63n(int64(p.Fill)) // reported
	}
	if p.Never != 0 {
		rand.Int63n(int64(p.Never)) // vetted
	}
}

// Drift changes the field to something that is not constant.
func (p *Pool) Drift(t time.Time) { p.Drop = time.Since(t) }

func (p *Pool) Fall() {
	if p.Drop >= 0 {
		rand.Int63n(int64(p.Drop)) // reported
	}
}

// Open is made by others.
type Open struct{ Reap time.Duration }

func (o *Open) Wait() {
	if o.Reap >= 0 {
		rand.Int63n(int64(o.Reap)) // vetted
	}
}

// Bare is declared without a value somewhere.
type Bare struct{ Reap time.Duration }

func NewBare() *Bare { return &Bare{Reap: time.Second} }

func (b *Bare) Wait() {
	if b.Reap >= 0 {
		rand.Int63n(int64(b.Reap)) // reported
	}
}
