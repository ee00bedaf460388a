package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/leapguard/leapguard/internal/output"
	"github.com/leapguard/leapguard/internal/review"
	"github.com/leapguard/leapguard/internal/revision"
)

const longReview = `leapguard review analyses the packages and posts what it finds to GitHub: a check
run of the commit, which annotates the lines, and with --comments a review of the
pull request, with fixes as suggestions. In a pull request or a merge queue only what
is new in it counts, as with --new-from and the commit that it starts from.

What is there already is not posted again. A run that was killed can be repeated.

It takes from the environment, as GitHub Actions sets it,

  GITHUB_TOKEN       the token, from nowhere else, with the permissions
                     checks: write, and for --comments pull-requests: write
  GITHUB_REPOSITORY  OWNER/NAME
  GITHUB_EVENT_PATH  the event, which names the pull request and its commits
  GITHUB_SHA         the commit, without a pull request
  GITHUB_API_URL     the address of the API, of GitHub Enterprise say

The working tree has to be that of the commit.

A pull request from a fork, or of Dependabot, comes with a token that may not write.
Workflow commands on standard output, as those of -f github, annotate the lines then.

The exit code is 2 if posting fails, else as always.`

// reviewFlags are the verb's own.
type reviewFlags struct {
	review.Options
	comments bool
	name     string
}

func (a *app) reviewCommand(root *cobra.Command, f *flags) *cobra.Command {
	var own reviewFlags
	cmd := &cobra.Command{
		Use:               "review [flags] [packages]",
		Short:             "Post findings to a pull request or commit on GitHub",
		Long:              longReview,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := enter(f.dir); err != nil {
				return err
			}
			return a.review(cmd.Context(), root, f, &own, args)
		},
	}
	set := cmd.Flags()
	set.SortFlags = false
	set.BoolVar(&own.comments, "comments", false, "post a review of the pull request too")
	set.StringVar(&own.name, "name", "leapguard", "name of the check run; checks of several modules need one each")
	set.StringVar(&own.Repository, "repository", "", "OWNER/NAME (default $GITHUB_REPOSITORY)")
	set.IntVar(&own.Pull, "pull", 0, "number of the pull request (default that of the event)")
	set.StringVar(&own.SHA, "sha", "", "commit (default the last of the pull request, else $GITHUB_SHA)")
	set.StringVar(&own.API, "api-url", "", "address of the API (default $GITHUB_API_URL)")
	for _, flag := range []string{"new-from", "baseline", "checks", "profile", "config", "now", "fail-on", "tests", "tags", "directory", "debug"} {
		set.AddFlag(root.Flags().Lookup(flag))
	}
	return cmd
}

// review posts what it finds.
func (a *app) review(ctx context.Context, root *cobra.Command, f *flags, own *reviewFlags, patterns []string) error {
	target, client, err := a.reviewTarget(ctx, f, own)
	if err != nil {
		return fmt.Errorf("review: %w", err)
	}
	if !f.given("new-from") && target.Base != "" {
		if err := root.Flags().Set("new-from", target.Base); err != nil {
			return err
		}
	}
	report, _, err := a.inspect(ctx, f, patterns)
	if err != nil {
		return err
	}
	check, err := review.NewCheck(own.name, closing(report), report)
	if err != nil {
		return err
	}
	result, err := client.Post(ctx, &review.Content{Check: check, Comments: own.comments, Notes: report.Notes()})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	denied, ok := errors.AsType[*review.Error](err)
	instead := ok && denied.Denied && target.ReadOnly
	if err := a.printReport(report, f, instead); err != nil {
		return err
	}
	switch {
	case instead:
		a.complain(fmt.Sprintf("the token of a change from a fork or of Dependabot may not write; workflow commands annotate the lines instead (%s)", denied))
	case err != nil:
		return fmt.Errorf("review: %w", err)
	default:
		a.printPosted(result, own.comments)
	}
	if report.ExitCode != exitClean {
		return exitError(report.ExitCode)
	}
	return nil
}

// reviewTarget finds out where to post, and whether that can be done from here.
func (a *app) reviewTarget(ctx context.Context, f *flags, own *reviewFlags) (*review.Target, *review.Client, error) {
	target, err := review.Locate(own.Options, a.getenv)
	if err != nil {
		return nil, nil, err
	}
	switch {
	case own.comments && target.Pull == 0:
		return nil, nil, errors.New("--comments needs a pull request; name it by --pull, or run for the event pull_request")
	case strings.TrimSpace(own.name) == "":
		return nil, nil, errors.New("--name is empty; give the check run a name")
	}
	client, err := a.reviewClient(target, f)
	if err != nil {
		return nil, nil, err
	}
	if err := client.Resolve(ctx); err != nil {
		return nil, nil, err
	}
	return target, client, checkedOut(ctx, target)
}

// printReport prints what was posted for the log of the job, or what annotates lines
// in the place of it.
func (a *app) printReport(r *output.Report, f *flags, annotate bool) error {
	f.noFrames = true // GitHub shows the code
	if annotate {
		f.format = "github"
	}
	format, err := formatOf(f.format)
	if err != nil {
		return err
	}
	return a.print(r, format, f)
}

func (a *app) reviewClient(target *review.Target, f *flags) (*review.Client, error) {
	client, err := review.NewClient(target, toolVersion())
	if err != nil {
		return nil, err
	}
	client.Now, client.Sleep = a.now, sleep
	client.Warn = a.complain
	client.Log = func(line string) {
		if f.debug {
			a.complain(line)
		}
	}
	return client, nil
}

// sleep waits for a time, or until the context ends.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// checkedOut makes sure that lines are those of the commit: actions/checkout takes
// the merge of a pull request with its base unless told otherwise.
func checkedOut(ctx context.Context, target *review.Target) error {
	repo, err := revision.Open(ctx, ".")
	if err != nil {
		return err
	}
	have, err := repo.Head(ctx)
	if err != nil {
		return err
	}
	if have == target.SHA {
		return nil
	}
	return fmt.Errorf("the working tree is that of commit %s, not of %s, where the lines may be others; check that out (actions/checkout does with \"ref: ${{ github.event.pull_request.head.sha }}\") or name the commit by --sha",
		output.ShortCommit(have), output.ShortCommit(target.SHA))
}

// printPosted tells what GitHub has now.
func (a *app) printPosted(r *review.Result, comments bool) {
	how := "nothing has changed"
	if r.Changed > 0 {
		how = "posted"
	}
	a.complain(how + ", see " + r.URL)
	switch {
	case r.Moved != "":
		a.complain(fmt.Sprintf("no comments: the pull request has moved on to commit %s", output.ShortCommit(r.Moved)))
	case comments:
		text := plural(r.Comments, "finding") + " commented on"
		if r.Elsewhere > 0 {
			text += fmt.Sprintf(", %d on lines that the pull request does not show", r.Elsewhere)
		}
		a.complain(text)
	}
}
