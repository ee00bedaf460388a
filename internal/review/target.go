package review

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"regexp"
	"strings"
)

// A Token lets a client in. It prints as stars.
type Token string

// String returns stars.
func (Token) String() string { return "***" }

// GoString returns stars.
func (Token) GoString() string { return "***" }

// A Target is where to post.
type Target struct {
	Owner, Repo string
	SHA         string // of the commit; "" to ask for that of the pull request
	Pull        int    // number of the pull request, 0 for none
	Base        string // commit that the pull request or merge queue starts from, "" if unknown
	ReadOnly    bool   // the change comes from a fork or from Dependabot, whose jobs may not write
	API         string // URL, with a slash at its end
	Token       Token
}

// Options are what the command line says of the target, in place of the environment.
type Options struct {
	Repository string
	SHA        string
	API        string
	Pull       int
}

const defaultAPI = "https://api.github.com"

var (
	repositoryName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*/[A-Za-z0-9._-]+$`)
	commitName     = regexp.MustCompile(`^[0-9a-f]{40}([0-9a-f]{24})?$`)
	pullRef        = regexp.MustCompile(`^refs/pull/([1-9][0-9]{0,8})/(?:merge|head)$`)
	tokenText      = regexp.MustCompile(`^[!-~]+$`)
)

// An event is what the file of GITHUB_EVENT_PATH says of a pull request. See
// https://docs.github.com/en/webhooks/webhook-events-and-payloads.
type event struct {
	PullRequest *struct {
		Number int   `json:"number"`
		Head   place `json:"head"`
		Base   place `json:"base"`
	} `json:"pull_request"`
	Issue *struct {
		Number      int       `json:"number"`
		PullRequest *struct{} `json:"pull_request"`
	} `json:"issue"`
	MergeGroup *struct {
		BaseSHA string `json:"base_sha"`
	} `json:"merge_group"`
}

type place struct {
	SHA  string      `json:"sha"`
	Repo *repository `json:"repo"` // nil if it was deleted
}

type repository struct {
	FullName string `json:"full_name"`
}

// Locate finds out where to post from the command line and the environment of a job
// of GitHub Actions. All that is missing is in the error.
func Locate(o Options, getenv func(string) string) (*Target, error) {
	t := &Target{Pull: o.Pull, SHA: o.SHA, ReadOnly: getenv("GITHUB_ACTOR") == "dependabot[bot]"}
	errs := []error{
		t.setRepository(cmp.Or(o.Repository, getenv("GITHUB_REPOSITORY"))),
		t.setAPI(o.API, getenv("GITHUB_API_URL")),
		t.setToken(getenv("GITHUB_TOKEN")),
		t.readEvent(getenv("GITHUB_EVENT_PATH")),
	}
	if o.Pull < 0 {
		errs = append(errs, fmt.Errorf("--pull: %d is no number of a pull request", o.Pull))
	}
	if m := pullRef.FindStringSubmatch(getenv("GITHUB_REF")); t.Pull == 0 && m != nil {
		_, _ = fmt.Sscan(m[1], &t.Pull) // digits
	}
	if t.Pull == 0 {
		t.SHA = cmp.Or(t.SHA, getenv("GITHUB_SHA"))
		if t.SHA == "" {
			errs = append(errs, errors.New("no commit: set GITHUB_SHA or --sha, or the pull request by --pull"))
		}
	}
	if t.SHA != "" && !commitName.MatchString(t.SHA) {
		errs = append(errs, fmt.Errorf("%q is no full name of a commit: GITHUB_SHA and --sha take 40 hexadecimal digits", t.SHA))
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return t, nil
}

func (t *Target) setRepository(name string) error {
	if name == "" {
		return errors.New("no repository: set GITHUB_REPOSITORY or --repository to OWNER/NAME")
	}
	if !repositoryName.MatchString(name) || strings.HasSuffix(name, "/.") || strings.HasSuffix(name, "/..") {
		return fmt.Errorf("%q is no repository: GITHUB_REPOSITORY and --repository take OWNER/NAME", name)
	}
	t.Owner, t.Repo, _ = strings.Cut(name, "/")
	return nil
}

// setAPI takes the address that requests go to. A token goes with them, so that the
// way must be safe.
func (t *Target) setAPI(flag, env string) error {
	from, value := "--api-url", flag
	if value == "" {
		from, value = "GITHUB_API_URL", cmp.Or(env, defaultAPI)
	}
	u, err := url.Parse(value)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return fmt.Errorf("%s is no address such as %s or https://HOST/api/v3", from, defaultAPI)
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("%s: no user, query or fragment belongs into the address; the token goes into GITHUB_TOKEN", from)
	}
	if u.Scheme == "http" && !isLoopback(u.Hostname()) {
		return fmt.Errorf("%s: %s would send the token in the clear; use https", from, u)
	}
	u.Path = strings.TrimRight(u.Path, "/") + "/"
	t.API = u.String()
	return nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func (t *Target) setToken(value string) error {
	value = strings.TrimSpace(value)
	switch {
	case value == "":
		return errors.New("no token: set GITHUB_TOKEN, in a workflow by \"env: GITHUB_TOKEN: ${{ github.token }}\"")
	case !tokenText.MatchString(value):
		return errors.New("GITHUB_TOKEN holds characters that no token has; it is not shown here")
	}
	t.Token = Token(value)
	return nil
}

// readEvent learns of the pull request that a job runs for, unless the command line
// names another.
func (t *Target) readEvent(name string) error {
	if name == "" {
		return nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("GITHUB_EVENT_PATH: %w", err)
	}
	var e event
	if err := json.Unmarshal(text, &e); err != nil {
		return fmt.Errorf("GITHUB_EVENT_PATH: %s: %w", name, err)
	}
	switch pr := e.PullRequest; {
	case pr != nil && (t.Pull == 0 || t.Pull == pr.Number):
		t.Pull, t.SHA = pr.Number, cmp.Or(t.SHA, pr.Head.SHA)
		t.setOrigin(pr.Head, pr.Base)
	case e.Issue != nil && e.Issue.PullRequest != nil && t.Pull == 0:
		t.Pull = e.Issue.Number
	case e.MergeGroup != nil && t.Pull == 0:
		t.Base = e.MergeGroup.BaseSHA
	}
	return nil
}

// setOrigin says what a pull request starts from, and whether it comes from a fork.
func (t *Target) setOrigin(head, base place) {
	t.Base = base.SHA
	fork := head.Repo == nil || base.Repo == nil || !strings.EqualFold(head.Repo.FullName, base.Repo.FullName)
	t.ReadOnly = t.ReadOnly || fork
}
