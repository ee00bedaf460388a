package output

import (
	"cmp"
	"slices"

	"github.com/leapguard/leapguard/internal/finding"
)

// join returns one edit that does what all edits of a fix do, for formats in
// which the edits of a fix would be so many suggestions, to be taken one by
// one. There is none where the edits are of several files or overlap, where the
// source between them cannot be read, or must not be shown.
func (s *sources) join(edits []finding.Edit) (finding.Edit, bool) {
	if len(edits) == 0 {
		return finding.Edit{}, false
	}
	edits = slices.Clone(edits)
	slices.SortStableFunc(edits, func(a, b finding.Edit) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	out := edits[0]
	out.EndLine, out.EndColumn = end(out.Range)
	for _, e := range edits[1:] {
		between := finding.Range{File: out.File, Line: out.EndLine, Column: out.EndColumn, EndLine: e.Line, EndColumn: e.Column}
		text, whole := s.text(between)
		f := s.file(out.File)
		from, to := f.offset(between.Line, between.Column), f.offset(between.EndLine, between.EndColumn)
		if e.File != out.File || !whole || from < 0 || to < from {
			return finding.Edit{}, false
		}
		out.NewText += text + e.NewText
		out.EndLine, out.EndColumn = end(e.Range)
	}
	return out, true
}
