package sim

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"strings"
	"time"
)

// A Trace is what happened in a simulation, in order.
type Trace struct{ lines []Line }

// A Line is one thing that happened.
type Line struct {
	At   time.Time
	Text string
}

// String returns the line with its time in UTC, in RFC 3339.
func (l Line) String() string { return l.At.UTC().Format(time.RFC3339Nano) + " " + l.Text }

func (t *Trace) add(at time.Time, text string) { t.lines = append(t.lines, Line{at, text}) }

// Len returns the number of lines.
func (t *Trace) Len() int { return len(t.lines) }

// All returns the lines whose text begins with a prefix.
func (t *Trace) All(prefix string) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for _, l := range t.lines {
			if strings.HasPrefix(l.Text, prefix) && !yield(l) {
				return
			}
		}
	}
}

// Count returns the number of lines whose text begins with a prefix.
func (t *Trace) Count(prefix string) int {
	n := 0
	for range t.All(prefix) {
		n++
	}
	return n
}

// First returns the first line whose text begins with a prefix.
func (t *Trace) First(prefix string) (Line, bool) {
	for l := range t.All(prefix) {
		return l, true
	}
	return Line{}, false
}

// Hash returns the SHA-256 of the trace, in hexadecimal: two runs with the same
// hash were the same.
func (t *Trace) Hash() string {
	h := sha256.New()
	for _, l := range t.lines {
		fmt.Fprintln(h, l)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// String returns the trace, a line each.
func (t *Trace) String() string {
	var b strings.Builder
	for _, l := range t.lines {
		fmt.Fprintln(&b, l)
	}
	return b.String()
}
