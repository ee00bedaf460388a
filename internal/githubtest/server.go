// Package githubtest is a model of the part of GitHub's REST API that posts check
// runs and reviews, on a loopback address, for tests. It keeps what it is sent in
// memory, refuses what GitHub refuses, and fails where it is told to.
//
// See https://docs.github.com/en/rest.
package githubtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"sync"
)

// Token is what a server takes for a token.
const Token = "ghs_0123456789abcdefTESTTOKENfedcba9876543210"

// Repository is the one that a server has.
const Repository = "acme/clock"

// A State is what a server has.
type State struct {
	CheckRuns []*CheckRun `json:"check_runs"`
	Reviews   []*Review   `json:"reviews"`
	Comments  []*Comment  `json:"comments"`
}

// A CheckRun is one of a commit.
type CheckRun struct {
	ID          int64        `json:"id"`
	Name        string       `json:"name"`
	HeadSHA     string       `json:"head_sha"`
	ExternalID  string       `json:"external_id"`
	Status      string       `json:"status"`
	Conclusion  string       `json:"conclusion,omitempty"`
	Title       string       `json:"title"`
	Summary     string       `json:"summary"`
	Annotations []Annotation `json:"annotations"`
}

// An Annotation is one of a check run.
type Annotation struct {
	Path            string `json:"path"`
	StartLine       int    `json:"start_line"`
	EndLine         int    `json:"end_line"`
	StartColumn     *int   `json:"start_column"`
	EndColumn       *int   `json:"end_column"`
	AnnotationLevel string `json:"annotation_level"`
	Title           string `json:"title"`
	Message         string `json:"message"`
}

// A Review is one of a pull request.
type Review struct {
	ID       int64  `json:"id"`
	Pull     int    `json:"pull"`
	CommitID string `json:"commit_id"`
	Event    string `json:"event"`
	Body     string `json:"body"`
}

// A User is somebody who comments.
type User struct {
	Login string `json:"login"`
	Type  string `json:"type"` // "Bot" or "User"
}

// A Comment is one of a review.
type Comment struct {
	ID        int64  `json:"id"`
	Pull      int    `json:"pull"`
	ReviewID  int64  `json:"pull_request_review_id"`
	InReplyTo int64  `json:"in_reply_to_id,omitempty"`
	User      User   `json:"user"`
	Path      string `json:"path"`
	StartLine *int   `json:"start_line"`
	Line      *int   `json:"line"`
	Side      string `json:"side"`
	StartSide string `json:"start_side,omitempty"`
	Body      string `json:"body"`
}

// A Pull is a pull request.
type Pull struct {
	Number         int
	Head, Base     string // commits
	HeadRepository string // "" if it was deleted
	Files          []File
	Lost           func(*Comment) bool // whether the line is not found, against what Files say; nil for never
}

// A File is one that a pull request changes.
type File struct {
	Filename string `json:"filename"`
	Status   string `json:"status"`
	Patch    string `json:"patch,omitempty"`
}

// A Fault is how a request goes wrong. The zero value is no fault.
type Fault struct {
	Status  int // an answer of this status, if not 0
	Header  map[string]string
	Message string
	Code    string // what GitHub calls an error of a field
	Done    bool   // the request is carried out before
	Cut     bool   // the connection is cut instead of an answer
	Half    bool   // the connection is cut within the answer
}

// A Server is a model of GitHub.
type Server struct {
	URL string

	mu       sync.Mutex
	state    State
	commits  map[string]bool
	pulls    map[int]*Pull
	readOnly map[string]bool // "checks", "pulls": what the token may not write
	faults   func(n int, r *http.Request) Fault
	requests []string
	id       int64
	http     *httptest.Server
}

// NewServer starts a server that has commits. It must be closed.
func NewServer(commits ...string) *Server {
	s := &Server{commits: make(map[string]bool), pulls: make(map[int]*Pull), readOnly: make(map[string]bool)}
	for _, c := range commits {
		s.commits[c] = true
	}
	s.http = httptest.NewServer(s.routes())
	s.URL = s.http.URL
	return s
}

// Close stops a server.
func (s *Server) Close() { s.http.Close() }

// AddPull adds a pull request.
func (s *Server) AddPull(p *Pull) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.pulls[p.Number] = p
	s.commits[p.Head], s.commits[p.Base] = true, true
}

// Change lets a function change what the server has, as GitHub, people and other apps
// do.
func (s *Server) Change(f func(*State)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f(&s.state)
}

// Forbid keeps the token from writing what is named: "checks", "pulls".
func (s *Server) Forbid(what ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	clear(s.readOnly)
	for _, w := range what {
		s.readOnly[w] = true
	}
}

// Fail sets what goes wrong: a function of the number of the request, from 1, and of
// the request. Nil ends it. The count starts again.
func (s *Server) Fail(faults func(n int, r *http.Request) Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults, s.requests = faults, nil
}

// Requests returns the requests since the last Fail, as "METHOD path".
func (s *Server) Requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.requests...)
}

// State returns what the server has, as JSON.
func (s *Server) State() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	text, err := json.MarshalIndent(s.state, "", "  ")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// Read returns what the server has.
func (s *Server) Read() State {
	var out State
	if err := json.Unmarshal([]byte(s.State()), &out); err != nil {
		return State{}
	}
	return out
}

// An answer is a status, a body and what belongs into the header.
type answer struct {
	status int
	body   any
	link   string
}

type handler func(r *http.Request) answer

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	repo := "/repos/" + Repository
	for pattern, h := range map[string]handler{
		"POST " + repo + "/check-runs":                 s.createCheckRun,
		"PATCH " + repo + "/check-runs/{id}":           s.updateCheckRun,
		"GET " + repo + "/check-runs/{id}/annotations": s.listAnnotations,
		"GET " + repo + "/commits/{sha}/check-runs":    s.listCheckRuns,
		"GET " + repo + "/pulls/{pull}":                s.getPull,
		"GET " + repo + "/pulls/{pull}/files":          s.listFiles,
		"GET " + repo + "/pulls/{pull}/comments":       s.listComments,
		"POST " + repo + "/pulls/{pull}/reviews":       s.createReview,
		"PATCH " + repo + "/pulls/comments/{id}":       s.updateComment,
		"/":                                            func(*http.Request) answer { return refuse(http.StatusNotFound, "Not Found") },
	} {
		mux.HandleFunc(pattern, s.serve(h))
	}
	// GitHub Enterprise Server has it there.
	mux.Handle("/api/v3/", http.StripPrefix("/api/v3", mux))
	return mux
}

// serve lets a handler answer, unless the token is wrong or something fails.
func (s *Server) serve(h handler) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.requests = append(s.requests, r.Method+" "+r.URL.Path)
		var f Fault
		if s.faults != nil {
			f = s.faults(len(s.requests), r)
		}
		var out answer
		if f.Status == 0 && !f.Cut || f.Done {
			out = s.authorized(h, r)
		}
		for name, value := range f.Header {
			w.Header().Set(name, value)
		}
		if f.Status != 0 {
			out = f.answer()
		}
		if f.Cut {
			cut()
		}
		s.write(w, out, f.Half)
	}
}

func (s *Server) authorized(h handler, r *http.Request) answer {
	if r.Header.Get("Authorization") != "Bearer "+Token {
		return refuse(http.StatusUnauthorized, "Bad credentials")
	}
	return h(r)
}

func (s *Server) write(w http.ResponseWriter, a answer, half bool) {
	var text bytes.Buffer
	if err := json.NewEncoder(&text).Encode(a.body); err != nil {
		http.Error(w, err.Error(), http.StatusNotImplemented)
		return
	}
	if a.link != "" {
		w.Header().Set("Link", a.link)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Content-Length", strconv.Itoa(text.Len()))
	w.WriteHeader(a.status)
	if half {
		_, _ = w.Write(text.Bytes()[:text.Len()/2])
		_ = http.NewResponseController(w).Flush()
		cut()
	}
	_, _ = w.Write(text.Bytes())
}

// cut ends the connection.
func cut() {
	panic(http.ErrAbortHandler) //nolint:forbidigo // what net/http has for it
}

// refuse is an answer about an error.
func refuse(status int, format string, args ...any) answer {
	return answer{status: status, body: map[string]string{
		"message":           fmt.Sprintf(format, args...),
		"documentation_url": "https://docs.github.com/rest",
	}}
}

// answer is what a fault has instead of that of the request.
func (f *Fault) answer() answer {
	if f.Code == "" {
		return refuse(f.Status, "%s", f.Message)
	}
	detail := map[string]string{"resource": "PullRequestReview", "code": f.Code, "field": "base"}
	return answer{status: f.Status, body: map[string]any{"message": f.Message, "errors": []any{detail}}}
}

// page cuts a list as the query asks for, and says where the next page is.
func page[T any](r *http.Request, all []T) ([]T, string) {
	size, number := 30, 1
	if n, err := strconv.Atoi(r.URL.Query().Get("per_page")); err == nil && n > 0 {
		size = min(n, 100)
	}
	if n, err := strconv.Atoi(r.URL.Query().Get("page")); err == nil && n > 0 {
		number = n
	}
	from := min((number-1)*size, len(all))
	to := min(from+size, len(all))
	if to == len(all) {
		return append([]T{}, all[from:to]...), ""
	}
	next, last := *r.URL, *r.URL
	q := next.Query()
	q.Set("page", strconv.Itoa(number+1))
	next.RawQuery = q.Encode()
	q.Set("page", strconv.Itoa((len(all)+size-1)/size))
	last.RawQuery = q.Encode()
	link := fmt.Sprintf(`<http://%s%s>; rel="next", <http://%s%s>; rel="last"`, r.Host, next.String(), r.Host, last.String())
	return append([]T{}, all[from:to]...), link
}
