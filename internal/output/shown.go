package output

import (
	"slices"

	"github.com/leapguard/leapguard/internal/finding"
)

// shown returns a report as it may be seen in the logs of builds and on pages
// of services: without what may be the material of private keys. Checks keep it
// out of their messages; errors of the type checker quote literals, and fixes
// may carry source from one place to another.
func (r *Report) shown() *Report {
	out := *r
	out.Findings, out.Suppressed = shown(r.Findings), shown(r.Suppressed)
	out.Problems = slices.Clone(r.Problems)
	for i, p := range out.Problems {
		out.Problems[i].Message = finding.Redact(firstLine(p.Message))
	}
	return &out
}

func shown(list []finding.Finding) []finding.Finding {
	out := make([]finding.Finding, 0, len(list))
	for _, f := range list {
		f.Message = finding.Redact(f.Message)
		f.Related = slices.Clone(f.Related)
		for i := range f.Related {
			f.Related[i].Message = finding.Redact(f.Related[i].Message)
		}
		f.Fixes = slices.DeleteFunc(slices.Clone(f.Fixes), holdsKey)
		if s := f.Suppression; s != nil {
			f.Suppression = &finding.Suppression{Range: s.Range, Reason: finding.Redact(s.Reason)}
		}
		out = append(out, f)
	}
	return out
}

// holdsKey reports whether a fix writes what must not be shown. Such a fix
// cannot be given in part.
func holdsKey(fix finding.Fix) bool {
	return slices.ContainsFunc(fix.Edits, func(e finding.Edit) bool { return finding.Redact(e.NewText) != e.NewText })
}

// text returns the source text of a range as it may be shown, and whether that
// is all of it. It is "" where the file has no such range.
func (s *sources) text(r finding.Range) (text string, whole bool) {
	f := s.file(r.File)
	from, to := f.offset(r.Line, r.Column), f.offset(end(r))
	if from < 0 || to < from {
		return "", true
	}
	shown, whole := from, true
	for _, span := range f.secrets() {
		if span.End <= shown || span.Start >= to {
			continue
		}
		text += string(f.data[shown:max(shown, span.Start)]) + finding.Mask
		shown, whole = min(span.End, to), false
	}
	return text + string(f.data[shown:to]), whole
}

// offset returns the byte offset of a 1-based line and column, or -1.
func (f *sourceFile) offset(line, column int) int {
	if line < 1 || line > len(f.starts) || column < 1 {
		return -1
	}
	if at := f.starts[line-1] + column - 1; at <= len(f.data) {
		return at
	}
	return -1
}
