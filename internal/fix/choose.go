package fix

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/leapguard/leapguard/internal/finding"
)

// An edit replaces bytes of a file by others.
type edit struct {
	file     *file
	from, to int // offsets in the file's text
	text     string
}

func identify(f finding.Finding, fix finding.Fix) id { return id{f.File, f.Fingerprint, fix.Message} }

// choose selects fixes that do not touch one another, in the order of the findings.
// A fix that touches one before it is left to the next round, for which the check
// decides anew.
func (m *maker) choose() ([]*candidate, error) {
	var out []*candidate
	for _, f := range m.result.Findings {
		c, err := m.candidate(f)
		if err != nil {
			return nil, err
		}
		if c != nil && !slices.ContainsFunc(out, c.conflicts) {
			out = append(out, c)
		}
	}
	return out, nil
}

// candidate returns the first fix of a finding that may be applied, nil if there is
// none.
func (m *maker) candidate(f finding.Finding) (*candidate, error) {
	for _, fix := range f.Fixes {
		c := &candidate{id: identify(f, fix), of: f, safe: fix.Safe}
		if _, refused := m.refused[c.id]; refused || !fix.Safe && !m.opts.Unsafe || len(fix.Edits) == 0 {
			continue
		}
		reason, err := m.resolve(c, fix.Edits)
		if err != nil {
			return nil, err
		}
		if reason == "" {
			return c, nil
		}
		m.refused[c.id] = reason
	}
	return nil, nil
}

// resolve finds the edits of a fix in the files' texts, and says why they cannot be
// made if so.
func (m *maker) resolve(c *candidate, edits []finding.Edit) (reason string, err error) {
	for _, e := range edits {
		f, err := m.open(e.File)
		if err != nil {
			return "", err
		}
		if f.closed != "" {
			return f.closed, nil
		}
		from, to, ok := finding.Offsets(f.text, e.Range)
		if !ok {
			return fmt.Sprintf("%s has no line %d", e.File, e.EndLine), nil
		}
		c.edits = append(c.edits, edit{f, from, to, e.NewText})
	}
	slices.SortStableFunc(c.edits, func(a, b edit) int {
		return cmp.Or(cmp.Compare(a.file.name, b.file.name), cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to))
	})
	for i, e := range c.edits[1:] {
		if before := c.edits[i]; before.file == e.file && before.to > e.from {
			return "its edits overlap", nil
		}
	}
	return "", nil
}

// conflicts reports whether two fixes touch one another. They may make the same
// change, such as to delete an import.
func (c *candidate) conflicts(other *candidate) bool {
	return slices.ContainsFunc(c.edits, func(a edit) bool {
		return slices.ContainsFunc(other.edits, func(b edit) bool {
			return a.file == b.file && a.from <= b.to && b.from <= a.to && (a != b || a.from == a.to)
		})
	})
}
