package output

import (
	"encoding/json"
	"io"
)

// The lines of JSON Lines tell what they are by their first member.
type (
	jsonRunLine struct {
		Type     string        `json:"type"` // "run"
		Version  int           `json:"version"`
		Tool     jsonTool      `json:"tool"`
		Now      string        `json:"now"`
		Findings int           `json:"findings"`
		Errors   int           `json:"errors"`
		Baseline *jsonBaseline `json:"baseline,omitempty"`
		NewFrom  *jsonNewFrom  `json:"new_from,omitempty"`

		Suppressed int `json:"suppressed,omitempty"`
	}
	jsonFindingLine struct {
		Type string `json:"type"` // "finding" or "suppressed"
		jsonFinding
	}
	jsonErrorLine struct {
		Type string `json:"type"` // "error"
		jsonError
	}
)

// JSONLines writes one JSON value a line: first of type "run", which says how
// many of the others there are, so that a reader can tell whether it has them
// all; then one of type "finding" for each finding, and of type "suppressed" for
// what comments suppress; then one of type "error" for each error. Their other
// members are those that [JSON] gives them.
func JSONLines(w io.Writer, r *Report) error {
	r = r.shown()
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	err := enc.Encode(jsonRunLine{
		Type:     "run",
		Version:  jsonVersion,
		Tool:     r.jsonTool(),
		Now:      r.date(),
		Findings: len(r.Findings),
		Errors:   len(r.Problems),
		Baseline: r.jsonBaseline(),
		NewFrom:  r.jsonNewFrom(),

		Suppressed: len(r.Suppressed),
	})
	if err != nil {
		return err
	}
	for _, f := range r.Findings {
		if err := enc.Encode(jsonFindingLine{"finding", r.jsonFinding(f)}); err != nil {
			return err
		}
	}
	for _, f := range r.Suppressed {
		if err := enc.Encode(jsonFindingLine{"suppressed", r.jsonFinding(f)}); err != nil {
			return err
		}
	}
	for _, p := range r.Problems {
		if err := enc.Encode(jsonErrorLine{"error", r.jsonError(p)}); err != nil {
			return err
		}
	}
	return nil
}
