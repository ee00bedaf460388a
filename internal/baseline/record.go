package baseline

import (
	"slices"
	"strings"
	"time"

	"github.com/leapguard/leapguard/internal/finding"
)

// With returns the baseline with the findings of a run, which are described anew.
// The function reads source files.
func (b *Baseline) With(run *Run, read func(name string) ([]byte, error)) *Baseline {
	before := make(map[string]Entry)
	for _, e := range b.Entries {
		before[e.Fingerprint] = e
	}
	sources := make(map[string][]byte)
	var entries []Entry
	for _, f := range run.Findings {
		src, ok := sources[f.File]
		if !ok && strings.HasSuffix(f.File, ".go") {
			src, _ = read(f.File) // without its code an entry is as good
			sources[f.File] = src
		}
		e := Entry{
			Fingerprint: f.Fingerprint,
			Rule:        f.Analyzer,
			Package:     f.Package,
			Declaration: f.Decl,
			Code:        excerpt(src, f.Range),
		}
		old, known := before[e.Fingerprint]
		if p := run.analysed(f.Package); p != nil && p.Strict && (!known || old.Profile != "") {
			e.Profile = "strict"
		}
		if run.DateDependent[e.Rule] {
			e.Now = run.Now.Format(time.DateOnly)
			if known && old.Now != "" {
				e.Now = min(e.Now, old.Now)
			}
		}
		entries = append(entries, e)
	}
	return New(slices.Concat(entries, b.Entries))
}

// Without returns the baseline without some entries.
func (b *Baseline) Without(entries []Entry) *Baseline {
	drop := make(map[string]bool)
	for _, e := range entries {
		drop[e.Fingerprint] = true
	}
	return New(slices.DeleteFunc(slices.Clone(b.Entries), func(e Entry) bool { return drop[e.Fingerprint] }))
}

// mostCode bounds the characters of code in an entry.
const mostCode = 100

// excerpt returns the beginning of the source text of a range in one line, without
// what may be a private key.
func excerpt(src []byte, r finding.Range) string {
	text := []rune(strings.Join(strings.Fields(finding.TextRedacted(src, r)), " "))
	if len(text) > mostCode {
		text = append(text[:mostCode-1], '…')
	}
	return string(text)
}
