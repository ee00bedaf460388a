package review

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/internal/githubtest"
)

// TestErrors: answers that do not pass end the run at once, say what to do and leave
// nothing behind that was not asked for.
func TestErrors(t *testing.T) {
	for _, tt := range []struct {
		at    int // request
		fault githubtest.Fault
		want  string
	}{
		{1, githubtest.Fault{Status: 401, Message: "Bad credentials"}, "list check runs: 401 Bad credentials; GitHub does not know the token"},
		{1, githubtest.Fault{Status: 404, Message: "Not Found"}, "list check runs: 404 Not Found; there is no such thing in acme/clock"},
		{2, githubtest.Fault{Status: 403, Message: "Resource not accessible by integration"}, `create the check run: 403 Resource not accessible by integration; the token in GITHUB_TOKEN may not do that; give the job "permissions: checks: write"`},
		{2, githubtest.Fault{Status: 403, Message: "You must authenticate via a GitHub App."}, "only tokens of GitHub Apps"},
		{2, githubtest.Fault{Status: 403, Message: "Invalid app_id `15368` - check run can only be modified by the GitHub App that created it."}, "choose another --name"},
		{2, githubtest.Fault{Status: 422, Message: "Validation Failed"}, "create the check run: 422 Validation Failed; GitHub refuses what was sent; check that commit " + head},
		{3, githubtest.Fault{Status: 403, Message: "Resource not accessible by integration"}, `get pull request 7: 403 Resource not accessible by integration; the token in GITHUB_TOKEN may not do that; give the job "permissions: pull-requests: read"`},
		{8, githubtest.Fault{Status: 403, Message: "Resource not accessible by integration"}, `"permissions: pull-requests: write"`},
		{1, githubtest.Fault{Status: 410, Message: "Gone"}, "list check runs: 410 Gone"},
		{1, githubtest.Fault{Status: 400, Message: "the token " + githubtest.Token + " is odd"}, "400 the token *** is odd"},
		{1, githubtest.Fault{Status: 301, Header: map[string]string{"Location": "https://elsewhere.example.com/x"}}, "a redirection to https://elsewhere.example.com/x is not followed, for the token must not go there; check GITHUB_API_URL"},
		{1, githubtest.Fault{Header: map[string]string{"Link": `<https://api.github.com/x?page=1>; rel="next"`}}, "list check runs: the pages of the answer go in circles"},
		{2, githubtest.Fault{Status: 301, Header: map[string]string{"Location": "/repos/acme/new/check-runs"}}, "/repos/acme/new/check-runs is not followed"},
	} {
		f := newFixture(t)
		f.Fail(func(n int, _ *http.Request) githubtest.Fault {
			if n == tt.at {
				return tt.fault
			}
			return githubtest.Fault{}
		})
		_, err := f.client(t).Post(context.Background(), content(2))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("request %d, %+v: error %v, want %s", tt.at, tt.fault, err, tt.want)
		}
		if n := len(f.Requests()); n != tt.at || len(f.slept) > 0 {
			t.Errorf("%s: %d requests, waits %v", tt.want, n, f.slept)
		}
		if text := fmt.Sprintf("%v %+v %#v", err, err, err) + f.log.String() + f.State(); strings.Contains(text, githubtest.Token) {
			t.Errorf("the token is in %s", text)
		}
	}
}

// TestWaits: how long a run waits before it tries again, and when it gives up.
func TestWaits(t *testing.T) {
	reset := func(after time.Duration) map[string]string {
		return map[string]string{"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": fmt.Sprint(start.Add(after).Unix())}
	}
	s, m := time.Second, time.Minute
	for _, tt := range []struct {
		name  string
		fault githubtest.Fault
		waits []time.Duration
		want  string
	}{
		{"500", githubtest.Fault{Status: 500}, []time.Duration{s, 2 * s, 4 * s, 8 * s, 16 * s}, "list check runs: 500 Internal Server Error, 6 times in a row; GitHub is in trouble; run again later"},
		{"408", githubtest.Fault{Status: 408}, []time.Duration{s, 2 * s, 4 * s, 8 * s, 16 * s}, "408 Request Timeout, 6 times in a row"},
		{"cut", githubtest.Fault{Cut: true}, []time.Duration{s, 2 * s, 4 * s, 8 * s, 16 * s}, "6 times in a row; check the network and GITHUB_API_URL"},
		{"half", githubtest.Fault{Half: true}, []time.Duration{s, 2 * s, 4 * s, 8 * s, 16 * s}, "list check runs: unexpected EOF, 6 times in a row"},
		{"429", githubtest.Fault{Status: 429}, []time.Duration{m, 2 * m, 4 * m, 8 * m}, "wants no more requests before 2028-02-29T12:31:00Z"},
		{"secondary", githubtest.Fault{Status: 403, Message: "You have exceeded a secondary rate limit"}, []time.Duration{m, 2 * m, 4 * m, 8 * m}, "wants no more requests before 2028-02-29T12:31:00Z"},
		{"too fast", githubtest.Fault{Status: 422, Message: "Validation Failed", Code: "abuse"}, []time.Duration{m, 2 * m, 4 * m, 8 * m}, "422 Validation Failed: PullRequestReview base abuse; GitHub wants no more"},
		{"Retry-After", githubtest.Fault{Status: 403, Header: map[string]string{"Retry-After": "90"}}, []time.Duration{90 * s, 90 * s, 90 * s, 90 * s, 90 * s}, "the rate limit is used up; run again later"},
		{"a long Retry-After", githubtest.Fault{Status: 429, Header: map[string]string{"Retry-After": "999999999999"}}, nil, "wants no more requests before 2028-03-12T15:16:16Z"},
		{"an odd Retry-After", githubtest.Fault{Status: 429, Header: map[string]string{"Retry-After": "-5"}}, []time.Duration{s, s, s, s, s}, "6 times in a row"},
		{"reset", githubtest.Fault{Status: 403, Header: reset(5 * m)}, []time.Duration{5*m + s, s, s, s, s}, "the rate limit is used up"},
		{"reset in an hour", githubtest.Fault{Status: 403, Header: reset(time.Hour)}, nil, "GitHub wants no more requests before 2028-02-29T13:00:01Z; run again then"},
		{"an odd reset", githubtest.Fault{Status: 403, Header: map[string]string{"X-RateLimit-Remaining": "0"}, Message: "API rate limit exceeded"}, []time.Duration{m, 2 * m, 4 * m, 8 * m}, "API rate limit exceeded"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFixture(t)
			f.Fail(func(int, *http.Request) githubtest.Fault { return tt.fault })
			_, err := f.client(t).Post(context.Background(), content(1))
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %s", err, tt.want)
			}
			if !slices.Equal(f.slept, tt.waits) {
				t.Errorf("waits %v, want %v", f.slept, tt.waits)
			}
		})
	}
}

// TestEmptyAnswer: an answer that does not say what was made is none.
func TestEmptyAnswer(t *testing.T) {
	f := newFixture(t)
	f.post(t, content(60))
	want, total := f.State(), len(f.Requests())
	for k := 2; k <= 2*total+1; k++ {
		f := newFixture(t)
		f.Fail(func(n int, r *http.Request) githubtest.Fault {
			if n == k/2 && r.Method != http.MethodGet {
				return githubtest.Fault{Status: 200, Done: k%2 == 0}
			}
			return githubtest.Fault{}
		})
		if f.post(t, content(60)); f.State() != want {
			t.Errorf("after an empty answer to request %d, %d waits, the state is %s", k/2, len(f.slept), f.State())
		}
	}
}

// TestSaid: the token is not told, even if the server says it and what it says is told
// before another attempt.
func TestSaid(t *testing.T) {
	f := newFixture(t)
	f.Fail(func(n int, _ *http.Request) githubtest.Fault {
		if n > 1 {
			return githubtest.Fault{}
		}
		return githubtest.Fault{Status: 500, Message: "odd " + githubtest.Token}
	})
	f.post(t, content(1))
	if log := f.log.String(); strings.Contains(log, githubtest.Token) || !strings.Contains(log, "list check runs: 500 odd ***; trying again in 1s") {
		t.Errorf("the log is %s", log)
	}
}

// TestVanished: what somebody deletes while a run changes it is looked for again.
func TestVanished(t *testing.T) {
	for _, what := range []string{"a check run", "a comment"} {
		f := newFixture(t)
		f.post(t, content(60))
		c := content(60)
		c.Check.Summary, c.Notes[0].Message = "Another", "another"
		gone := false
		f.Fail(func(_ int, r *http.Request) githubtest.Fault {
			if gone || r.Method != http.MethodPatch || strings.Contains(r.URL.Path, "/comments/") != (what == "a comment") {
				return githubtest.Fault{}
			}
			gone = true
			return githubtest.Fault{Status: 404, Message: "Not Found"}
		})
		f.post(t, c)
		if state := f.Read(); state.CheckRuns[0].Summary != "Another" || !strings.Contains(state.Comments[0].Body, "another") || len(f.slept) != 1 {
			t.Errorf("%s: waits %v; the state is %s", what, f.slept, f.State())
		}
	}
}

// TestProgress: what counts is how often in a row requests fail.
func TestProgress(t *testing.T) {
	f := newFixture(t)
	failed := 0
	f.Fail(func(_ int, r *http.Request) githubtest.Fault {
		if r.Method == http.MethodGet {
			return githubtest.Fault{}
		}
		if failed++; failed%5 != 0 {
			return githubtest.Fault{Status: 502}
		}
		return githubtest.Fault{}
	})
	f.post(t, content(200))
	if len(f.slept) <= maxFailures {
		t.Errorf("only %d waits", len(f.slept))
	}
}

func TestNoServer(t *testing.T) {
	f := newFixture(t)
	f.Close()
	_, err := f.client(t).Post(context.Background(), content(1))
	if e, ok := errors.AsType[*Error](err); !ok || !strings.Contains(e.Error(), "6 times in a row; check the network") {
		t.Errorf("error %v", err)
	}
}

// TestRedirects: the token goes to one server, by one way.
func TestRedirects(t *testing.T) {
	c := &Client{target: &Target{}}
	request := func(method, url string) *http.Request {
		r, err := http.NewRequest(method, url, nil)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	first := request("POST", "https://api.github.com/a")
	for _, tt := range []struct {
		next  *http.Request
		times int
		want  bool
	}{
		{request("POST", "https://api.github.com/b"), 1, true},
		{request("POST", "https://api.github.com/b"), maxRedirects, true},
		{request("POST", "https://api.github.com/b"), maxRedirects + 1, false},
		{request("GET", "https://api.github.com/b"), 1, false},
		{request("POST", "http://api.github.com/b"), 1, false},
		{request("POST", "https://api.github.com:444/b"), 1, false},
		{request("POST", "https://github.com/b"), 1, false},
	} {
		if err := c.checkRedirect(tt.next, slices.Repeat([]*http.Request{first}, tt.times)); (err == nil) != tt.want {
			t.Errorf("%s %s, number %d: %v", tt.next.Method, tt.next.URL, tt.times, err)
		}
	}
}

// TestRenamed: a repository that was renamed is followed to its new name.
func TestRenamed(t *testing.T) {
	f := newFixture(t)
	f.Fail(func(_ int, r *http.Request) githubtest.Fault {
		if rest, old := strings.CutPrefix(r.URL.EscapedPath(), "/repos/acme/old/"); old {
			return githubtest.Fault{Status: 307, Header: map[string]string{"Location": "/repos/acme/clock/" + rest + "?" + r.URL.RawQuery}}
		}
		return githubtest.Fault{}
	})
	c := f.client(t)
	c.target.Repo = "old"
	if _, err := c.Post(context.Background(), content(60)); err != nil {
		t.Fatal(err)
	}
	if got := len(f.Read().Comments); got != 10 {
		t.Errorf("%d comments", got)
	}
}
