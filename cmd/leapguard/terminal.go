package main

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// isTerminal reports whether w is a terminal that understands ANSI escapes.
func isTerminal(w io.Writer, getenv func(string) string) bool {
	file, ok := w.(*os.File)
	if !ok || getenv("TERM") == "dumb" {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// useColor honours https://no-color.org.
func useColor(w io.Writer, getenv func(string) string) bool {
	return getenv("NO_COLOR") == "" && isTerminal(w, getenv)
}

// progressDelay is how long a run may take before it shows that it goes on.
const progressDelay = time.Second

// A progress shows how far a run is in one line, on a terminal only.
type progress struct {
	w     io.Writer // nil for none
	mu    sync.Mutex
	begin time.Time
	last  time.Time
}

func newProgress(w io.Writer, getenv func(string) string) *progress {
	p := &progress{begin: time.Now()}
	if isTerminal(w, getenv) {
		p.w = w
	}
	return p
}

// update may be called from several goroutines.
func (p *progress) update(done, total int) {
	if p.w == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	now := time.Now()
	if now.Sub(p.begin) < progressDelay || now.Sub(p.last) < progressDelay/10 {
		return
	}
	p.last = now
	fmt.Fprintf(p.w, "\r\x1b[K%d of %d packages", done, total)
}

// clear removes the line.
func (p *progress) clear() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w != nil && !p.last.IsZero() {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.w = nil
	}
}
