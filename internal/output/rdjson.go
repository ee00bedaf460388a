package output

import (
	"io"

	"github.com/leapguard/leapguard/internal/finding"
)

// The messages of the Reviewdog Diagnostic Format; see
// https://github.com/reviewdog/reviewdog/tree/master/proto/rdf. Like ours,
// its columns count bytes from 1, and ends are exclusive.
type (
	rdResult struct {
		Source      rdSource       `json:"source"`
		Diagnostics []rdDiagnostic `json:"diagnostics"`
	}
	rdSource struct {
		Name string `json:"name"`
		URL  string `json:"url"`
	}
	rdDiagnostic struct {
		Message     string         `json:"message"`
		Location    *rdLocation    `json:"location,omitempty"`
		Severity    string         `json:"severity"`
		Code        *rdCode        `json:"code,omitempty"`
		Suggestions []rdSuggestion `json:"suggestions,omitempty"`
		Related     []rdRelated    `json:"related_locations,omitempty"`
	}
	rdCode struct {
		Value string `json:"value"`
		URL   string `json:"url,omitempty"`
	}
	rdLocation struct {
		Path  string   `json:"path"`
		Range *rdRange `json:"range,omitempty"`
	}
	rdRange struct {
		Start rdPosition  `json:"start"`
		End   *rdPosition `json:"end,omitempty"`
	}
	rdPosition struct {
		Line   int `json:"line"`
		Column int `json:"column,omitempty"`
	}
	rdSuggestion struct {
		Range rdRange `json:"range"`
		Text  string  `json:"text"`
	}
	rdRelated struct {
		Message  string     `json:"message"`
		Location rdLocation `json:"location"`
	}
)

var rdSeverities = map[finding.Severity]string{
	finding.Error:   "ERROR",
	finding.Warning: "WARNING",
	finding.Info:    "INFO",
}

// RDJSON writes a document in the Reviewdog Diagnostic Format. Files are
// relative to the root of the repository.
func RDJSON(w io.Writer, r *Report) error {
	r = r.shown()
	src := newSources(r)
	doc := rdResult{Source: rdSource{Name: toolName, URL: ProjectURL}, Diagnostics: []rdDiagnostic{}}
	for _, f := range r.Findings {
		d := rdDiagnostic{
			Message:  f.Message,
			Location: r.rdLocation(f.Range),
			Severity: rdSeverities[f.Severity],
			Code:     &rdCode{Value: f.Analyzer, URL: f.URL},
		}
		for _, fix := range f.Fixes {
			if edit, ok := src.join(fix.Edits); ok && edit.File == f.File {
				d.Suggestions = append(d.Suggestions, rdSuggestion{Range: newRDRange(edit.Range), Text: edit.NewText})
			}
		}
		for _, rel := range f.Related {
			d.Related = append(d.Related, rdRelated{Message: rel.Message, Location: *r.rdLocation(rel.Range)})
		}
		doc.Diagnostics = append(doc.Diagnostics, d)
	}
	for _, p := range r.Problems {
		doc.Diagnostics = append(doc.Diagnostics, r.rdProblem(p))
	}
	return encode(w, doc)
}

func (r *Report) rdProblem(p Problem) rdDiagnostic {
	d := rdDiagnostic{Message: p.String(), Severity: "ERROR"}
	if p.File != "" {
		d.Location = &rdLocation{Path: inside(r.Root, p.File)}
		if p.Line > 0 {
			d.Location.Range = &rdRange{Start: rdPosition{Line: p.Line, Column: p.Column}}
		}
	}
	return d
}

func (r *Report) rdLocation(rg finding.Range) *rdLocation {
	shown := newRDRange(rg)
	return &rdLocation{Path: inside(r.Root, rg.File), Range: &shown}
}

func newRDRange(rg finding.Range) rdRange {
	line, column := end(rg)
	return rdRange{Start: rdPosition{rg.Line, rg.Column}, End: &rdPosition{line, column}}
}
