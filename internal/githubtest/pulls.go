package githubtest

import (
	"encoding/json"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"
)

// pull returns the pull request that a request is about, nil for none.
func (s *Server) pull(r *http.Request) *Pull {
	n, err := strconv.Atoi(r.PathValue("pull"))
	if err != nil {
		return nil
	}
	return s.pulls[n]
}

func (s *Server) getPull(r *http.Request) answer {
	p := s.pull(r)
	if p == nil {
		return refuse(http.StatusNotFound, "Not Found")
	}
	head := map[string]any{"sha": p.Head, "repo": nil}
	if p.HeadRepository != "" {
		head["repo"] = map[string]string{"full_name": p.HeadRepository}
	}
	return answer{status: http.StatusOK, body: map[string]any{
		"number": p.Number,
		"head":   head,
		"base":   map[string]any{"sha": p.Base, "repo": map[string]string{"full_name": Repository}},
	}}
}

func (s *Server) listFiles(r *http.Request) answer {
	p := s.pull(r)
	if p == nil {
		return refuse(http.StatusNotFound, "Not Found")
	}
	list, link := page(r, p.Files)
	return answer{status: http.StatusOK, body: list, link: link}
}

func (s *Server) listComments(r *http.Request) answer {
	p := s.pull(r)
	if p == nil {
		return refuse(http.StatusNotFound, "Not Found")
	}
	var all []*Comment
	for _, c := range s.state.Comments {
		if c.Pull == p.Number {
			all = append(all, c)
		}
	}
	list, link := page(r, all)
	return answer{status: http.StatusOK, body: list, link: link}
}

func (s *Server) createReview(r *http.Request) answer {
	p := s.pull(r)
	if p == nil {
		return refuse(http.StatusNotFound, "Not Found")
	}
	if s.readOnly["pulls"] {
		return refuse(http.StatusForbidden, "Resource not accessible by integration")
	}
	var body struct {
		Review
		Comments []*Comment `json:"comments"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		return refuse(http.StatusBadRequest, "Problems parsing JSON")
	}
	if body.Event != "COMMENT" || body.Body == "" || !s.commits[body.CommitID] {
		return refuse(http.StatusUnprocessableEntity, "Unprocessable Entity: event, body or commit_id")
	}
	for _, c := range body.Comments {
		if text := p.wrong(c); text != "" {
			return answer{status: http.StatusUnprocessableEntity, body: map[string]any{
				"message": "Unprocessable Entity", "errors": []string{text},
			}}
		}
	}
	s.id++
	review := body.Review
	review.ID, review.Pull = s.id, p.Number
	s.state.Reviews = append(s.state.Reviews, &review)
	for _, c := range body.Comments {
		s.id++
		c.ID, c.Pull, c.ReviewID = s.id, p.Number, review.ID
		c.User = User{Login: "github-actions[bot]", Type: "Bot"}
		s.state.Comments = append(s.state.Comments, c)
	}
	return answer{status: http.StatusOK, body: review}
}

// wrong says what GitHub does not take of a comment.
func (p *Pull) wrong(c *Comment) string {
	switch {
	case c.Body == "" || utf8.RuneCountInString(c.Body) > 65536:
		return "Body is too long or blank"
	case c.Line == nil || c.Side != "RIGHT" || p.Lost != nil && p.Lost(c):
		return "Line could not be resolved"
	}
	start := *c.Line
	if c.StartLine != nil {
		if start = *c.StartLine; start >= *c.Line || c.StartSide != "RIGHT" {
			return "Start line must precede the end line."
		}
	}
	for _, f := range p.Files {
		if f.Filename != c.Path {
			continue
		}
		first, last := hunkOf(f.Patch, start), hunkOf(f.Patch, *c.Line)
		switch {
		case last < 0:
			return "Line could not be resolved"
		case first != last:
			return "Start line must be part of the same hunk as the line."
		}
		return ""
	}
	return "Path could not be resolved"
}

// hunkOf returns the number of the hunk that shows a line of the new file, or -1. It
// counts the lines of the patch.
func hunkOf(patch string, line int) int {
	hunk, next := -1, 0
	for text := range strings.Lines(patch) {
		switch text[0] {
		case '@':
			hunk++
			_, after, _ := strings.Cut(text, "+")
			next, _ = strconv.Atoi(after[:strings.IndexAny(after, ", ")])
		case '+', ' ':
			if next == line {
				return hunk
			}
			next++
		}
	}
	return -1
}

func (s *Server) updateComment(r *http.Request) answer {
	if s.readOnly["pulls"] {
		return refuse(http.StatusForbidden, "Resource not accessible by integration")
	}
	var body struct {
		Body string `json:"body"`
	}
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil || body.Body == "" {
		return refuse(http.StatusUnprocessableEntity, "Body cannot be blank")
	}
	for _, c := range s.state.Comments {
		if strconv.FormatInt(c.ID, 10) == r.PathValue("id") {
			c.Body = body.Body
			return answer{status: http.StatusOK, body: c}
		}
	}
	return refuse(http.StatusNotFound, "Not Found")
}
