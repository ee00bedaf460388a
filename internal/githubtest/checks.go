package githubtest

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"unicode/utf8"
)

// A checkBody is what makes or changes a check run. What is nil stays.
type checkBody struct {
	Name       *string `json:"name"`
	HeadSHA    *string `json:"head_sha"`
	ExternalID *string `json:"external_id"`
	Status     *string `json:"status"`
	Conclusion *string `json:"conclusion"`
	Output     *struct {
		Title       *string      `json:"title"`
		Summary     *string      `json:"summary"`
		Annotations []Annotation `json:"annotations"`
	} `json:"output"`
}

func (s *Server) createCheckRun(r *http.Request) answer {
	var body checkBody
	if a, ok := s.readCheck(r, &body); !ok {
		return a
	}
	if body.Name == nil || *body.Name == "" || body.HeadSHA == nil {
		return refuse(http.StatusUnprocessableEntity, "Invalid request. \"name\", \"head_sha\" weren't supplied.")
	}
	if !s.commits[*body.HeadSHA] {
		return refuse(http.StatusUnprocessableEntity, "No commit found for SHA: %s", *body.HeadSHA)
	}
	s.id++
	run := &CheckRun{ID: s.id, HeadSHA: *body.HeadSHA, Status: "queued"}
	run.change(&body)
	s.state.CheckRuns = append(s.state.CheckRuns, run)
	return answer{status: http.StatusCreated, body: shown(run)}
}

func (s *Server) updateCheckRun(r *http.Request) answer {
	run := s.checkRun(r)
	if run == nil {
		return refuse(http.StatusNotFound, "Not Found")
	}
	var body checkBody
	if a, ok := s.readCheck(r, &body); !ok {
		return a
	}
	run.change(&body)
	return answer{status: http.StatusOK, body: shown(run)}
}

// readCheck reads and checks what is sent.
func (s *Server) readCheck(r *http.Request, body *checkBody) (answer, bool) {
	if s.readOnly["checks"] {
		return refuse(http.StatusForbidden, "Resource not accessible by integration"), false
	}
	if err := json.NewDecoder(r.Body).Decode(body); err != nil {
		return refuse(http.StatusBadRequest, "Problems parsing JSON"), false
	}
	invalid := func(format string, args ...any) (answer, bool) {
		return refuse(http.StatusUnprocessableEntity, "Invalid request.\n\n"+format, args...), false
	}
	if body.Status != nil && *body.Status == "completed" && body.Conclusion == nil {
		return invalid("\"conclusion\" wasn't supplied.")
	}
	if body.Status != nil && !slices.Contains([]string{"queued", "in_progress", "completed"}, *body.Status) {
		return invalid("status %s", *body.Status)
	}
	if body.Conclusion != nil && !slices.Contains([]string{"success", "failure", "neutral"}, *body.Conclusion) {
		return invalid("conclusion %s", *body.Conclusion)
	}
	o := body.Output
	if o == nil {
		return answer{}, true
	}
	switch {
	case o.Summary == nil || o.Title == nil:
		return invalid("\"summary\", \"title\" weren't supplied.")
	case utf8.RuneCountInString(*o.Summary) > 65535:
		return invalid("Only 65535 characters are allowed; %d were supplied.", utf8.RuneCountInString(*o.Summary))
	case len(o.Annotations) > 50:
		return invalid("No more than 50 items are allowed; %d were supplied.", len(o.Annotations))
	}
	for _, a := range o.Annotations {
		if text := a.wrong(); text != "" {
			return invalid("annotation of %s:%d: %s", a.Path, a.StartLine, text)
		}
	}
	return answer{}, true
}

// wrong says what GitHub does not take.
func (a *Annotation) wrong() string {
	switch {
	case a.Path == "" || a.Path[0] == '/':
		return "path"
	case a.StartLine < 1 || a.EndLine < a.StartLine:
		return "lines"
	case (a.StartColumn != nil || a.EndColumn != nil) && a.StartLine != a.EndLine:
		return "columns of several lines"
	case a.StartColumn != nil && (a.EndColumn == nil || *a.StartColumn < 1 || *a.EndColumn < *a.StartColumn):
		return "columns"
	case !slices.Contains([]string{"notice", "warning", "failure"}, a.AnnotationLevel):
		return "annotation_level"
	case a.Message == "" || len(a.Message) > 64<<10:
		return "message"
	case utf8.RuneCountInString(a.Title) > 255:
		return "title"
	}
	return ""
}

func (run *CheckRun) change(body *checkBody) {
	set := func(to *string, from *string) {
		if from != nil {
			*to = *from
		}
	}
	set(&run.Name, body.Name)
	set(&run.ExternalID, body.ExternalID)
	set(&run.Status, body.Status)
	if set(&run.Conclusion, body.Conclusion); body.Conclusion != nil {
		run.Status = "completed"
	}
	if body.Output != nil {
		set(&run.Title, body.Output.Title)
		set(&run.Summary, body.Output.Summary)
		run.Annotations = append(run.Annotations, body.Output.Annotations...)
	}
}

// shown is how GitHub shows a check run: with the count of annotations alone.
func shown(run *CheckRun) map[string]any {
	out := map[string]any{
		"id": run.ID, "name": run.Name, "head_sha": run.HeadSHA, "external_id": run.ExternalID,
		"status": run.Status, "conclusion": nil,
		"html_url": "https://github.com/" + Repository + "/runs/" + strconv.FormatInt(run.ID, 10),
		"output":   map[string]any{"title": run.Title, "summary": run.Summary, "annotations_count": len(run.Annotations)},
	}
	if run.Conclusion != "" {
		out["conclusion"] = run.Conclusion
	}
	return out
}

func (s *Server) checkRun(r *http.Request) *CheckRun {
	for _, run := range s.state.CheckRuns {
		if strconv.FormatInt(run.ID, 10) == r.PathValue("id") {
			return run
		}
	}
	return nil
}

func (s *Server) listCheckRuns(r *http.Request) answer {
	if !s.commits[r.PathValue("sha")] {
		return refuse(http.StatusUnprocessableEntity, "No commit found for SHA: %s", r.PathValue("sha"))
	}
	var all []map[string]any
	for _, run := range s.state.CheckRuns {
		name := r.URL.Query().Get("check_name")
		if run.HeadSHA == r.PathValue("sha") && (name == "" || name == run.Name) {
			all = append(all, shown(run))
		}
	}
	slices.Reverse(all) // the newest first
	if r.URL.Query().Get("filter") != "all" {
		all = latest(all)
	}
	list, link := page(r, all)
	return answer{status: http.StatusOK, link: link, body: map[string]any{"total_count": len(all), "check_runs": list}}
}

// latest returns the first of each name.
func latest(runs []map[string]any) []map[string]any {
	seen := make(map[any]bool)
	return slices.DeleteFunc(runs, func(run map[string]any) bool {
		again := seen[run["name"]]
		seen[run["name"]] = true
		return again
	})
}

func (s *Server) listAnnotations(r *http.Request) answer {
	run := s.checkRun(r)
	if run == nil {
		return refuse(http.StatusNotFound, "Not Found")
	}
	list, link := page(r, run.Annotations)
	return answer{status: http.StatusOK, link: link, body: list}
}
