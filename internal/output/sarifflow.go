package output

import (
	"slices"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// flows returns the paths that the related positions of a finding form with it,
// one for each end, none where they form none.
func (s *sarifWriter) flows(f finding.Finding) []sarifFlow {
	i, ok := s.index[f.Analyzer]
	if !ok || s.r.Rules[i].Path == nil {
		return nil
	}
	steps := make(map[rule.Step][]sarifStep)
	for _, rel := range f.Related {
		if rel.Range != f.Range {
			kind := s.r.Rules[i].Path(rel.Message)
			steps[kind] = append(steps[kind], s.step(rel.Range, rel.Message))
		}
	}
	path := slices.Concat(steps[rule.Before], []sarifStep{s.step(f.Range, f.Message)}, steps[rule.After])
	var flows []sarifFlow
	for _, last := range steps[rule.End] {
		flows = append(flows, newFlow(append(slices.Clone(path), last)))
	}
	if len(flows) == 0 && len(path) > 1 {
		flows = []sarifFlow{newFlow(path)}
	}
	return flows
}

func newFlow(steps []sarifStep) sarifFlow {
	return sarifFlow{Threads: []sarifThread{{Locations: steps}}}
}

func (s *sarifWriter) step(r finding.Range, message string) sarifStep {
	loc, text := s.location(r), sarifMessage(message)
	loc.Message = &text
	return sarifStep{Location: loc}
}

// fix returns a fix with its edits by file, in the order in which the files
// come first.
func (s *sarifWriter) fix(fix finding.Fix) sarifFix {
	out := sarifFix{Description: sarifText{Text: fix.Message}}
	index := make(map[string]int)
	for _, e := range fix.Edits {
		i, ok := index[e.File]
		if !ok {
			i = len(out.Changes)
			index[e.File] = i
			out.Changes = append(out.Changes, sarifChange{Artifact: s.artifact(e.File)})
		}
		deleted := s.region(e.Range)
		deleted.Snippet = nil
		out.Changes[i].Replacements = append(out.Changes[i].Replacements, sarifReplacement{
			Deleted:  deleted,
			Inserted: sarifText{Text: e.NewText},
		})
	}
	return out
}
