package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/leapguard/leapguard/internal/githubtest"
)

// githubKey finds the model of GitHub of a script.
type githubKey struct{}

type fakeGitHub struct{ *githubtest.Server }

// github is a model of GitHub for scripts:
//
//	github serve BASE [REPOSITORY]  starts it, with pull request 1 from BASE to HEAD, and
//	                                sets the environment as a job for it has it; the branch
//	                                is one of REPOSITORY, of a fork say
//	github head                     sets HEAD to what it is now
//	github forbid WHAT...           keeps the token from writing "checks" or "pulls"
//	github state FILE               writes what it has
//	github requests FILE            writes the requests since the last time
func github(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: github serve|forbid|state|requests")
	}
	fake := ts.Value(githubKey{}).(*fakeGitHub)
	switch args[0] {
	case "serve":
		repo := githubtest.Repository
		if len(args) > 2 {
			repo = args[2]
		}
		serveGitHub(ts, fake, args[1], repo)
	case "head":
		ts.Setenv("HEAD", gitOutput(ts, "rev-parse", "HEAD"))
	case "forbid":
		fake.Forbid(args[1:]...)
	case "state":
		ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(fake.State()), 0o666))
	case "requests":
		text := strings.Join(append(fake.Requests(), ""), "\n")
		ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o666))
		fake.Fail(nil)
	default:
		ts.Fatalf("unknown verb %s", args[0])
	}
}

// gitOutput runs git and returns what it prints.
func gitOutput(ts *testscript.TestScript, args ...string) string {
	cmd := exec.Command("git", args...)
	cmd.Dir = ts.MkAbs(".")
	out, err := cmd.Output()
	ts.Check(err)
	return strings.TrimRight(string(out), "\n")
}

func serveGitHub(ts *testscript.TestScript, fake *fakeGitHub, from, repo string) {
	head, base := gitOutput(ts, "rev-parse", "HEAD"), gitOutput(ts, "rev-parse", from)
	fake.Server = githubtest.NewServer()
	ts.Defer(fake.Close)
	pull := &githubtest.Pull{Number: 1, Head: head, Base: base, HeadRepository: repo}
	for name := range strings.SplitSeq(gitOutput(ts, "-c", "core.quotePath=off", "diff", "--name-only", base+"..."+head), "\n") {
		patch := gitOutput(ts, "diff", base+"..."+head, "--", ":/"+name)
		_, hunks, _ := strings.Cut(patch, "\n@@ ")
		pull.Files = append(pull.Files, githubtest.File{Filename: name, Status: "modified", Patch: "@@ " + hunks})
	}
	fake.AddPull(pull)
	place := func(sha, repo string) map[string]any {
		return map[string]any{"sha": sha, "repo": map[string]string{"full_name": repo}}
	}
	event, err := json.Marshal(map[string]any{"pull_request": map[string]any{
		"number": 1, "head": place(head, repo), "base": place(base, githubtest.Repository),
	}})
	ts.Check(err)
	name := ts.Getenv("WORK") + "/event.json"
	ts.Check(os.WriteFile(name, event, 0o666))
	ts.Setenv("GITHUB_TOKEN", githubtest.Token)
	ts.Setenv("GITHUB_REPOSITORY", githubtest.Repository)
	ts.Setenv("GITHUB_API_URL", fake.URL)
	ts.Setenv("GITHUB_EVENT_PATH", name)
	ts.Setenv("GITHUB_SHA", strings.Repeat("c", 40)) // the merge
	ts.Setenv("GITHUB_REF", "refs/pull/1/merge")
	ts.Setenv("HEAD", head)
}

// TestReviewWorkflow runs the last step of the workflow of the documentation, for a
// pull request that adds a finding and for one from a fork.
func TestReviewWorkflow(t *testing.T) {
	var workflow struct {
		Permissions map[string]string
		Jobs        map[string]struct{ Steps []step }
	}
	readYAML(t, "docs/examples/review.yml", &workflow)
	if p := workflow.Permissions; p["checks"] != "write" || p["pull-requests"] != "write" || p["contents"] != "read" {
		t.Errorf("permissions %v", p)
	}
	steps := workflow.Jobs["review"].Steps
	checkout, last := steps[0].With, steps[len(steps)-1]
	if checkout["ref"] != "${{ github.event.pull_request.head.sha }}" || checkout["fetch-depth"] != "0" {
		t.Errorf("checked out is %v", checkout)
	}
	if last.Env["GITHUB_TOKEN"] != "${{ github.token }}" {
		t.Errorf("the token is %s", last.Env["GITHUB_TOKEN"])
	}
	m := newMachine(t, cleanSource)
	for _, s := range steps[:len(steps)-1] {
		if _, code := m.run(".", s.Run, nil); code != 0 {
			t.Fatalf("exit code %d of %s", code, s.Run)
		}
	}
	server := githubtest.NewServer()
	defer server.Close()
	head := m.commitTwo()
	pull := &githubtest.Pull{
		Number: 3, Head: head[1], Base: head[0], HeadRepository: githubtest.Repository,
		Files: []githubtest.File{{Filename: "my module/a.go", Patch: "@@ -1 +1,7 @@\n package a\n+\n+\n+\n+\n+\n+\n"}},
	}
	server.AddPull(pull)
	env := map[string]string{
		"GITHUB_TOKEN": githubtest.Token, "GITHUB_API_URL": server.URL, "GITHUB_REPOSITORY": githubtest.Repository,
		"GITHUB_EVENT_PATH": "", "GITHUB_REF": "refs/pull/3/merge", "GITHUB_ACTOR": "somebody",
	}
	stdout, code := m.run("my module", last.Run, env)
	state := server.Read()
	if code != exitFindings || len(state.CheckRuns) != 1 || len(state.CheckRuns[0].Annotations) != 1 || len(state.Comments) != 1 {
		t.Errorf("exit code %d, %s; the state is %s", code, stdout, server.State())
	}
	if c := state.Comments; len(c) == 1 && (c[0].Path != "my module/a.go" || *c[0].Line != 6) {
		t.Errorf("the comment is %+v", c[0])
	}
	before := server.State()
	if _, code := m.run("my module", last.Run, env); code != exitFindings || server.State() != before {
		t.Errorf("exit code %d the second time; the state is %s", code, server.State())
	}
	pull.HeadRepository = "somebody/clock"
	server.Forbid("checks", "pulls")
	if stdout, code := m.run("my module", last.Run+" --name other", env); code != exitFindings || !strings.HasPrefix(stdout, "::error file=my module/a.go,line=6,") {
		t.Errorf("exit code %d for a fork, %s", code, stdout)
	}
}

// commitTwo commits the workspace and then a finding, and returns the two commits.
func (m *machine) commitTwo() (commits []string) {
	m.t.Helper()
	if err := os.RemoveAll(filepath.Join(m.workspace, ".git")); err != nil {
		m.t.Fatal(err)
	}
	for _, script := range []string{"git init -q", ":"} {
		out, code := m.run(".", script+"; git add -A; git -c user.name=a -c user.email=a@example.com commit -q -m m; git rev-parse HEAD", nil)
		if code != 0 {
			m.t.Fatalf("git: exit code %d", code)
		}
		commits = append(commits, strings.TrimSpace(out))
		m.write("work space/my module/a.go", findingSource)
	}
	return commits
}
