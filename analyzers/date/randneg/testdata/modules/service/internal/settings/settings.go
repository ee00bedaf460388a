// Package settings has fields that others set in ways that are hard to see.
package settings

import (
	"math/rand"
	"time"
)

// Decoded is filled in by package main, which does not name it.
type Decoded struct{ Every time.Duration }

func Default() *Decoded { return &Decoded{Every: time.Minute} }

func (d *Decoded) Wait() {
	if d.Every >= 0 {
		rand.Int63n(int64(d.Every)) // reported
	}
}

// Flags has a field whose address is taken.
type Flags struct{ Every time.Duration }

func (f *Flags) Wait() {
	if f.Every >= 0 {
		rand.Int63n(int64(f.Every)) // reported
	}
}

// Pair is made without names of fields.
type Pair struct{ Every, Other time.Duration }

func (p *Pair) Wait() {
	if p.Every >= 0 {
		rand.Int63n(int64(p.Every)) // reported
	}
}

// Namesake is not the one of package config whose Jitter is compared.
type Namesake struct{ Jitter time.Duration }

func (n *Namesake) Wait() {
	if n.Jitter >= 0 {
		rand.Int63n(int64(n.Jitter)) // reported
	}
}

// Off has fields that package main compares, but not to refuse them.
type Off struct {
	Every time.Duration `json:"every"`
	Since time.Duration `json:"since"`
}

func (o *Off) Run() {
	if o.Every != 0 {
		rand.Int63n(int64(o.Every)) // reported
	}
}

func (o *Off) Wait() {
	if o.Since >= 0 {
		rand.Int63n(int64(o.Since)) // reported
	}
}

var fallback = time.Minute

// Later is set to a variable that is constant.
type Later struct{ Every time.Duration }

func NewLater() *Later {
	l := &Later{Every: fallback}
	return l
}

func (l *Later) Wait() {
	if l.Every >= 0 {
		rand.Int63n(int64(l.Every)) // vetted
	}
}
