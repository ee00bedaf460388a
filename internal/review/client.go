package review

import (
	"context"
	"net/http"
	"strings"
	"time"

	"github.com/google/go-github/v89/github"
)

// A Client posts to GitHub.
type Client struct {
	Now   func() time.Time
	Sleep func(context.Context, time.Duration) error // returns the error of the context
	Log   func(string)                               // told of each request
	Warn  func(string)                               // told of what is tried again

	target   *Target
	github   *github.Client
	failures int // in a row
}

// requestTimeout bounds one request.
const requestTimeout = time.Minute

// NewClient returns a client for a target, of which the functions have to be set.
func NewClient(t *Target, version string) (*Client, error) {
	c := &Client{target: t}
	h := &http.Client{
		Transport:     &logged{c},
		CheckRedirect: c.checkRedirect,
		Timeout:       requestTimeout,
	}
	var err error
	c.github, err = github.NewClient(
		github.WithHTTPClient(h),
		github.WithAuthToken(string(t.Token)),
		github.WithURLs(&t.API, nil),
		github.WithUserAgent("leapguard/"+version),
		github.WithDisableRateLimitCheck(), // by a clock that is not ours
	)
	return c, err
}

// A redirectError is about a redirection that is not followed.
type redirectError struct{ to string }

func (e *redirectError) Error() string {
	return "a redirection to " + e.to + " is not followed, for the token must not go there"
}

// maxRedirects is how often a repository may have been renamed.
const maxRedirects = 5

// checkRedirect follows only those redirections that GitHub answers for repositories
// that were renamed: the token goes with every request.
func (c *Client) checkRedirect(req *http.Request, via []*http.Request) error {
	first := via[0]
	if req.URL.Host != first.URL.Host || req.URL.Scheme != first.URL.Scheme || req.Method != first.Method || len(via) > maxRedirects {
		return &redirectError{req.URL.Scheme + "://" + req.URL.Host + req.URL.Path}
	}
	return nil
}

// logged tells of the requests that pass through it.
type logged struct{ c *Client }

func (l *logged) RoundTrip(req *http.Request) (*http.Response, error) {
	response, err := http.DefaultTransport.RoundTrip(req)
	status := "no answer"
	if err == nil {
		status = response.Status
	}
	l.c.Log(l.c.hide(req.Method + " " + req.URL.Path + ": " + status))
	return response, err
}

// hide removes the token from what GitHub says.
func (c *Client) hide(text string) string {
	return strings.ReplaceAll(text, string(c.target.Token), c.target.Token.String())
}

// The permissions that a job needs.
const (
	writeChecks = "checks: write"
	readPulls   = "pull-requests: read"
	writePulls  = "pull-requests: write"
)

// pages calls a function for each page of a list.
func (c *Client) pages(ctx context.Context, doing, permission string, page func(github.ListOptions) (*github.Response, error)) error {
	for next := 1; next != 0; {
		response, err := page(github.ListOptions{Page: next, PerPage: 100})
		if err != nil {
			return c.fault(ctx, doing, permission, response, err)
		}
		if response.NextPage != 0 && response.NextPage <= next {
			return &Error{Doing: doing, Message: "the pages of the answer go in circles"}
		}
		next = response.NextPage
	}
	return nil
}

// checkRuns lists the check runs of a name that the commit has.
func (c *Client) checkRuns(ctx context.Context, name string) ([]*CheckRun, error) {
	var out []*CheckRun
	err := c.pages(ctx, "list check runs", writeChecks, func(page github.ListOptions) (*github.Response, error) {
		opts := &github.ListCheckRunsOptions{CheckName: &name, Filter: new("all"), ListOptions: page}
		list, response, err := c.github.Checks.ListCheckRunsForRef(ctx, c.target.Owner, c.target.Repo, c.target.SHA, opts)
		if err != nil {
			return response, err
		}
		if list == nil {
			return response, errEmpty
		}
		for _, r := range list.CheckRuns {
			out = append(out, checkRun(r))
		}
		return response, nil
	})
	return out, err
}

func checkRun(r *github.CheckRun) *CheckRun {
	return &CheckRun{ID: r.GetID(), ExternalID: r.GetExternalID(), Conclusion: r.GetConclusion(), URL: r.GetHTMLURL()}
}

// annotations lists those of a check run.
func (c *Client) annotations(ctx context.Context, id int64) ([]Annotation, error) {
	var out []Annotation
	err := c.pages(ctx, "list annotations", writeChecks, func(page github.ListOptions) (*github.Response, error) {
		list, response, err := c.github.Checks.ListCheckRunAnnotations(ctx, c.target.Owner, c.target.Repo, id, &page)
		for _, a := range list {
			out = append(out, Annotation{
				Path:      a.GetPath(),
				StartLine: a.GetStartLine(), EndLine: a.GetEndLine(),
				StartColumn: a.GetStartColumn(), EndColumn: a.GetEndColumn(),
				Level: a.GetAnnotationLevel(), Title: a.GetTitle(), Message: a.GetMessage(),
			})
		}
		return response, err
	})
	return out, err
}

// sendCheck makes a request of a plan and returns the check run that it made or
// changed.
func (c *Client) sendCheck(ctx context.Context, want *Check, digest string, q CheckRequest) (*CheckRun, error) {
	out := &github.CheckRunOutput{Title: &want.Title, Summary: &want.Summary}
	for _, a := range q.Annotations {
		out.Annotations = append(out.Annotations, draftAnnotation(a))
	}
	var run *github.CheckRun
	var response *github.Response
	var err error
	doing := "create the check run"
	if q.ID == 0 {
		body := github.CreateCheckRunOptions{Name: want.Name, HeadSHA: c.target.SHA, ExternalID: &digest, Status: new("in_progress"), Output: out}
		if q.Last {
			body.Status, body.Conclusion = new("completed"), &want.Conclusion
		}
		run, response, err = c.github.Checks.CreateCheckRun(ctx, c.target.Owner, c.target.Repo, body)
	} else {
		doing = "update the check run"
		body := github.UpdateCheckRunOptions{Name: want.Name, Output: out}
		if q.Last {
			body.ExternalID, body.Status, body.Conclusion = &digest, new("completed"), &want.Conclusion
		}
		run, response, err = c.github.Checks.UpdateCheckRun(ctx, c.target.Owner, c.target.Repo, q.ID, body)
	}
	if err == nil && run.GetID() == 0 {
		err = errEmpty
	}
	if err != nil {
		err = c.fault(ctx, doing, writeChecks, response, err)
		if q.ID != 0 {
			err = vanished(err)
		}
		return nil, err
	}
	return checkRun(run), nil
}

func draftAnnotation(a Annotation) *github.CheckRunAnnotation {
	out := &github.CheckRunAnnotation{
		Path: &a.Path, StartLine: &a.StartLine, EndLine: &a.EndLine,
		AnnotationLevel: &a.Level, Title: &a.Title, Message: &a.Message,
	}
	if a.StartColumn > 0 {
		out.StartColumn, out.EndColumn = &a.StartColumn, &a.EndColumn
	}
	return out
}
