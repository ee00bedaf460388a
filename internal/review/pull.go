package review

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/go-github/v89/github"
)

// errEmpty is about an answer without content.
var errEmpty = errors.New("the answer is empty")

// pull asks for the pull request.
func (c *Client) pull(ctx context.Context) (*github.PullRequest, error) {
	doing := fmt.Sprintf("get pull request %d", c.target.Pull)
	pr, response, err := c.github.PullRequests.Get(ctx, c.target.Owner, c.target.Repo, c.target.Pull)
	if err == nil && pr.GetHead().GetSHA() == "" {
		err = errEmpty
	}
	if err != nil {
		return nil, c.fault(ctx, doing, readPulls, response, err)
	}
	return pr, nil
}

// diff asks for the lines that the pull request shows.
func (c *Client) diff(ctx context.Context) (Diff, error) {
	d := make(Diff)
	err := c.pages(ctx, "list the files of the pull request", readPulls, func(page github.ListOptions) (*github.Response, error) {
		files, response, err := c.github.PullRequests.ListFiles(ctx, c.target.Owner, c.target.Repo, c.target.Pull, &page)
		for _, f := range files {
			d[f.GetFilename()] = ParsePatch(f.GetPatch())
		}
		return response, err
	})
	return d, err
}

// comments lists those of all reviews of the pull request.
func (c *Client) comments(ctx context.Context) ([]Posted, error) {
	var out []Posted
	err := c.pages(ctx, "list the comments of the pull request", readPulls, func(page github.ListOptions) (*github.Response, error) {
		opts := &github.PullRequestListCommentsOptions{ListOptions: page}
		list, response, err := c.github.PullRequests.ListComments(ctx, c.target.Owner, c.target.Repo, c.target.Pull, opts)
		for _, p := range list {
			at := Anchor{Path: p.GetPath(), StartLine: p.GetStartLine(), Line: p.GetLine()}
			if at.StartLine == 0 { // as for comments on one line
				at.StartLine = at.Line
			}
			out = append(out, Posted{ID: p.GetID(), Foreign: c.foreign(p), Anchor: at, Body: p.GetBody()})
		}
		return response, err
	})
	return out, err
}

// foreign reports whether a comment is none of leapguard's own, even though it may
// hold the text of one: what an app posts with a token of its installation, as those of
// workflows are, is that of a bot.
func (c *Client) foreign(p *github.PullRequestComment) bool {
	installed := strings.HasPrefix(string(c.target.Token), "ghs_")
	return p.GetInReplyTo() != 0 || installed && p.GetUser().GetType() == "User"
}

// sendReview posts comments.
func (c *Client) sendReview(ctx context.Context, comments []Comment) error {
	body := &github.PullRequestReviewRequest{
		CommitID: &c.target.SHA,
		Event:    new("COMMENT"),
		Body:     new("What [leapguard](https://github.com/leapguard/leapguard) finds in this change:"),
	}
	for _, comment := range comments {
		draft := &github.DraftReviewComment{
			Path: &comment.Path, Line: &comment.Line, Side: new("RIGHT"),
			Body: new(comment.body(comment.Anchor)),
		}
		if comment.StartLine < comment.Line {
			draft.StartLine, draft.StartSide = &comment.StartLine, new("RIGHT")
		}
		body.Comments = append(body.Comments, draft)
	}
	review, response, err := c.github.PullRequests.CreateReview(ctx, c.target.Owner, c.target.Repo, c.target.Pull, body)
	if err == nil && review.GetID() == 0 {
		err = errEmpty
	}
	if err != nil {
		return c.fault(ctx, "post the review", writePulls, response, err)
	}
	return nil
}

// sendEdit changes a comment.
func (c *Client) sendEdit(ctx context.Context, e Edit) error {
	comment, response, err := c.github.PullRequests.EditComment(ctx, c.target.Owner, c.target.Repo, e.ID, &github.PullRequestComment{Body: &e.Body})
	if err == nil && comment.GetID() == 0 {
		err = errEmpty
	}
	if err != nil {
		return vanished(c.fault(ctx, "update a comment", writePulls, response, err))
	}
	return nil
}

// placeOf is what an event would say of a branch.
func placeOf(b *github.PullRequestBranch) place {
	p := place{SHA: b.GetSHA()}
	if name := b.GetRepo().GetFullName(); name != "" {
		p.Repo = &repository{name}
	}
	return p
}
