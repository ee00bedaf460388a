package review

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/githubtest"
	"github.com/leapguard/leapguard/internal/output"
)

var (
	head  = strings.Repeat("a1", 20)
	base  = strings.Repeat("b2", 20)
	start = time.Date(2028, 2, 29, 12, 0, 0, 0, time.UTC)
)

// A fixture is a server with a pull request, and a client with a clock of its own.
type fixture struct {
	*githubtest.Server
	now   time.Time
	slept []time.Duration
	log   strings.Builder
}

func newFixture(t testing.TB) *fixture {
	t.Helper()
	f := &fixture{Server: githubtest.NewServer(head, base), now: start}
	t.Cleanup(f.Close)
	f.reset()
	return f
}

// reset adds the pull request: lines 1 to 400 of a.go, in two hunks, and 250 other
// files.
func (f *fixture) reset() {
	p := &githubtest.Pull{Number: 7, Head: head, Base: base, HeadRepository: githubtest.Repository}
	for i := range 250 {
		p.Files = append(p.Files, githubtest.File{Filename: fmt.Sprintf("f/%03d.txt", i), Patch: "@@ -0,0 +1 @@\n+x"})
	}
	p.Files = append(p.Files, githubtest.File{Filename: "big.go"},
		githubtest.File{Filename: "dir ä/a.go", Patch: hunk(1, 300) + hunk(301, 100)})
	f.AddPull(p)
}

// hunk returns one of n new lines.
func hunk(from, n int) string {
	return fmt.Sprintf("@@ -%d,0 +%d,%d @@ func f() {\n", from, from, n) + strings.Repeat("+x @@ -1 +1 @@\n", n)
}

func (f *fixture) target() *Target {
	return &Target{Owner: "acme", Repo: "clock", SHA: head, Pull: 7, API: f.URL + "/", Token: githubtest.Token}
}

func (f *fixture) client(t rapid.TB) *Client {
	t.Helper()
	return f.clientOf(t, f.target())
}

func (f *fixture) clientOf(t rapid.TB, target *Target) *Client {
	t.Helper()
	c, err := NewClient(target, "1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	c.Now = func() time.Time { return f.now }
	c.Sleep = func(ctx context.Context, d time.Duration) error {
		f.slept = append(f.slept, d)
		f.now = f.now.Add(d)
		return ctx.Err()
	}
	c.Log = func(line string) { f.log.WriteString(line + "\n") }
	c.Warn = c.Log
	return c
}

// content returns what to post of n findings, of which every third suggests lines and
// the last fifty stand outside of the diff.
func content(n int) *Content {
	c := &Content{
		Check:    &Check{Name: "leapguard", Title: fmt.Sprintf("%d findings", n), Conclusion: "failure", Summary: "Summary"},
		Comments: true,
	}
	for i := range n {
		note := output.Note{
			Path: "dir ä/a.go", Line: i + 1, EndLine: i + 1, Column: 2, EndColumn: 5,
			Severity: finding.Warning, Rule: "yearadd", Message: fmt.Sprintf("finding %d", i/2*2), // pairs are alike
			Fingerprint: fmt.Sprintf("%032x", i),
		}
		if i%3 == 0 {
			note.Suggestion = &output.Suggestion{Line: i + 1, EndLine: i + 1 + i%2, Lines: []string{"new ``` line"}}
		}
		if i >= n-50 && n > 50 {
			note.Line, note.EndLine, note.Suggestion = 400+i, 400+i, nil
		}
		c.Notes = append(c.Notes, note)
		c.Check.Annotations = append(c.Check.Annotations, annotation(note))
	}
	return c
}

func (f *fixture) post(t rapid.TB, c *Content) *Result {
	t.Helper()
	r, err := f.client(t).Post(context.Background(), c)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPost(t *testing.T) {
	for _, n := range []int{0, 1, 49, 50, 51, 100, 260} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			f := newFixture(t)
			c := content(n)
			r := f.post(t, c)
			state := f.Read()
			if len(state.CheckRuns) != 1 {
				t.Fatalf("%d check runs", len(state.CheckRuns))
			}
			run := state.CheckRuns[0]
			if run.Status != "completed" || run.Conclusion != "failure" || run.HeadSHA != head || len(run.Annotations) != n {
				t.Errorf("check run is %s, %s, of %s, with %d annotations", run.Status, run.Conclusion, run.HeadSHA, len(run.Annotations))
			}
			for i, a := range run.Annotations {
				if want := c.Check.Annotations[i]; a.Message != want.Message || a.StartLine != want.StartLine || *a.EndColumn != 5 {
					t.Fatalf("annotation %d is %+v, want %+v", i, a, want)
				}
			}
			want := n
			if n > 50 {
				want = n - 50
			}
			if len(state.Comments) != want || r.Comments != want || r.Elsewhere != n-want {
				t.Errorf("%d comments, result %+v, want %d", len(state.Comments), r, want)
			}
			if got := len(f.Requests()); n == 0 && got != 2 {
				t.Errorf("%d requests where there is nothing to comment on", got)
			}
			before := f.State()
			f.Fail(nil)
			if again := f.post(t, c); again.Changed != 0 || f.State() != before {
				t.Errorf("the second time changes the server by %v", f.Requests())
			}
			for _, request := range f.Requests() {
				if !strings.HasPrefix(request, "GET ") {
					t.Errorf("the second time makes the request %s", request)
				}
			}
		})
	}
}

// TestKilled ends a run after every one of its requests, before and after the server
// has carried it out, and runs it again.
func TestKilled(t *testing.T) {
	for _, n := range []int{1, 130} {
		f := newFixture(t)
		f.post(t, content(n))
		want, total := f.State(), len(f.Requests())
		if total < 6 {
			t.Fatalf("only %d requests", total)
		}
		for k := 1; k <= total; k++ {
			for _, done := range []bool{false, true} {
				f := newFixture(t)
				ctx, kill := context.WithCancel(context.Background())
				f.Fail(func(i int, _ *http.Request) githubtest.Fault {
					if i < k {
						return githubtest.Fault{}
					}
					kill()
					return githubtest.Fault{Cut: true, Done: done}
				})
				_, err := f.client(t).Post(ctx, content(n))
				if !errors.Is(err, context.Canceled) {
					t.Fatalf("request %d: killed with %v", k, err)
				}
				if got := len(f.Requests()); got != k {
					t.Fatalf("%d requests after a kill at %d", got, k)
				}
				f.Fail(nil)
				f.post(t, content(n))
				if got := f.State(); got != want {
					t.Errorf("%d findings, killed at request %d of %d, done %t: the state is\n%s\nwant\n%s", n, k, total, done, got, want)
				}
				kill()
			}
		}
	}
}

// TestFaults lets requests go wrong in all ways that pass, and kills some runs.
func TestFaults(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(0, 170).Draw(rt, "findings")
		f := newFixture(t)
		f.post(rt, content(n))
		want := f.State()

		f = newFixture(t)
		kinds := []githubtest.Fault{
			{}, {}, {}, {},
			{Status: 500}, {Status: 502, Done: true}, {Status: 503}, {Cut: true}, {Cut: true, Done: true}, {Half: true},
			{Status: 429, Header: map[string]string{"Retry-After": "7"}},
			{Status: 403, Header: map[string]string{"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": fmt.Sprint(start.Unix() + 5)}},
			{Status: 403, Message: "You have exceeded a secondary rate limit"},
		}
		faults := rapid.SliceOfN(rapid.IntRange(0, len(kinds)-1), 0, 60).Draw(rt, "faults")
		f.Fail(func(i int, _ *http.Request) githubtest.Fault {
			if i > len(faults) {
				return githubtest.Fault{}
			}
			return kinds[faults[i-1]]
		})
		for runs := 1; ; runs++ {
			_, err := f.client(rt).Post(context.Background(), content(n))
			if err == nil {
				break
			}
			// A run that gives up is as one that was killed.
			if e, ok := errors.AsType[*Error](err); !ok || !e.again || runs > len(faults) {
				rt.Fatalf("run %d: %v", runs, err)
			}
		}
		if got := f.State(); got != want {
			rt.Fatalf("the state is\n%s\nwant\n%s", got, want)
		}
	})
}

// TestStarts: what a commit has from earlier runs with other findings is used as far
// as it goes.
func TestStarts(t *testing.T) {
	t.Run("more findings", func(t *testing.T) {
		f := newFixture(t)
		f.post(t, content(40))
		f.post(t, content(120))
		state := f.Read()
		if len(state.CheckRuns) != 1 || len(state.CheckRuns[0].Annotations) != 120 || state.CheckRuns[0].Title != "120 findings" {
			t.Errorf("the state is %s", f.State())
		}
		if r := f.post(t, content(120)); r.Changed != 0 {
			t.Errorf("%d changes", r.Changed)
		}
	})
	t.Run("fewer findings", func(t *testing.T) {
		f := newFixture(t)
		f.post(t, content(40))
		f.post(t, content(20))
		state := f.Read()
		if len(state.CheckRuns) != 2 || len(state.CheckRuns[1].Annotations) != 20 {
			t.Errorf("annotations cannot be taken back, but the state is %s", f.State())
		}
		if r := f.post(t, content(20)); r.Changed != 0 {
			t.Errorf("%d changes", r.Changed)
		}
	})
	t.Run("another summary", func(t *testing.T) {
		f := newFixture(t)
		f.post(t, content(3))
		c := content(3)
		c.Check.Summary = "Another"
		if r := f.post(t, c); r.Changed != 1 || f.Read().CheckRuns[0].Summary != "Another" || len(f.Read().CheckRuns) != 1 {
			t.Errorf("%d changes; the state is %s", r.Changed, f.State())
		}
	})
	t.Run("given up", func(t *testing.T) {
		f := newFixture(t)
		f.post(t, content(60))
		want := f.State()
		f.Change(func(s *githubtest.State) { // what GitHub does to a run that was killed, after two weeks
			s.CheckRuns[0].Conclusion, s.CheckRuns[0].Annotations = "stale", s.CheckRuns[0].Annotations[:50]
		})
		if f.post(t, content(60)); f.State() != want {
			t.Errorf("the state is %s", f.State())
		}
	})
	t.Run("another check", func(t *testing.T) {
		f := newFixture(t)
		f.post(t, content(3))
		c := content(3)
		c.Check.Name = "other module"
		if r := f.post(t, c); r.Changed != 1 || len(f.Read().CheckRuns) != 2 || len(f.Read().Comments) != 3 {
			t.Errorf("%d changes; the state is %s", r.Changed, f.State())
		}
	})
}

// TestChecksOfOthers: jobs of the same name, newer and many, are left alone.
func TestChecksOfOthers(t *testing.T) {
	f := newFixture(t)
	f.post(t, content(3))
	f.Change(func(s *githubtest.State) {
		for i := range 250 {
			s.CheckRuns = append(s.CheckRuns, &githubtest.CheckRun{ID: int64(1000 + i), Name: "leapguard", HeadSHA: head, ExternalID: "job"})
		}
	})
	if r := f.post(t, content(3)); r.Changed != 0 || len(f.Read().CheckRuns) != 251 {
		t.Errorf("%d changes, %d check runs", r.Changed, len(f.Read().CheckRuns))
	}
	f.post(t, content(4))
	runs := f.Read().CheckRuns
	if len(runs) != 251 || len(runs[0].Annotations) != 4 || runs[1].Title != "" {
		t.Errorf("%d check runs, the first with %d annotations", len(runs), len(runs[0].Annotations))
	}
}

func TestEnterprise(t *testing.T) {
	f := newFixture(t)
	target, err := Locate(Options{SHA: head, Pull: 7, API: f.URL + "/api/v3"}, func(name string) string {
		return map[string]string{"GITHUB_TOKEN": githubtest.Token, "GITHUB_REPOSITORY": githubtest.Repository}[name]
	})
	if err != nil {
		t.Fatal(err)
	}
	c := f.clientOf(t, target)
	if err := c.Resolve(context.Background()); err != nil || target.Base != base {
		t.Errorf("base %s, %v", target.Base, err)
	}
	if _, err := c.Post(context.Background(), content(260)); err != nil || len(f.Read().Comments) != 210 {
		t.Errorf("%d comments, %v", len(f.Read().Comments), err)
	}
	if !strings.Contains(f.log.String(), "POST /api/v3/repos/acme/clock/check-runs: 201 Created\n") {
		t.Errorf("requests %s", &f.log)
	}
}

// TestResolve: what the command line and the event say counts; the server is asked for
// the rest.
func TestResolve(t *testing.T) {
	f := newFixture(t)
	other := strings.Repeat("c", 40)
	for _, tt := range []struct{ sha, base, wantSHA, wantBase string }{
		{"", "", head, base},
		{other, "", other, base},
		{other, other, other, other},
	} {
		target := f.target()
		target.SHA, target.Base = tt.sha, tt.base
		if err := f.clientOf(t, target).Resolve(context.Background()); err != nil || target.SHA != tt.wantSHA || target.Base != tt.wantBase {
			t.Errorf("%+v: commit %s, base %s, %v", tt, target.SHA, target.Base, err)
		}
	}
}

func TestPullMovedOn(t *testing.T) {
	f := newFixture(t)
	f.AddPull(&githubtest.Pull{Number: 7, Head: base, Base: base})
	r := f.post(t, content(3))
	if r.Moved != base || len(f.Read().Comments) != 0 || len(f.Read().CheckRuns) != 1 {
		t.Errorf("result %+v; the state is %s", r, f.State())
	}
}

func TestCancelDuringWait(t *testing.T) {
	f := newFixture(t)
	f.Fail(func(int, *http.Request) githubtest.Fault { return githubtest.Fault{Status: 500} })
	ctx, cancel := context.WithCancel(context.Background())
	c := f.client(t)
	c.Sleep = func(ctx context.Context, _ time.Duration) error {
		cancel()
		return ctx.Err()
	}
	if _, err := c.Post(ctx, content(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if n := len(f.Requests()); n != 1 {
		t.Errorf("%d requests", n)
	}
}
