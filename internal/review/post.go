package review

import (
	"context"
	"errors"
	"slices"

	"github.com/leapguard/leapguard/internal/output"
)

// Content is what to post.
type Content struct {
	Check    *Check
	Comments bool // whether to post a review too
	Notes    []output.Note
}

// A Result tells what the server has now.
type Result struct {
	URL       string // of the check run
	Changed   int    // requests that changed something
	Comments  int    // findings with a comment
	Elsewhere int    // findings on lines that the pull request does not show
	Moved     string // commit that the pull request has come to, where comments were left out for that
}

// Resolve asks for what of a pull request is not known yet.
func (c *Client) Resolve(ctx context.Context) error {
	if c.target.Pull == 0 || c.target.SHA != "" && c.target.Base != "" {
		return nil
	}
	return c.attempt(ctx, func() error {
		pr, err := c.pull(ctx)
		if err != nil {
			return err
		}
		if c.target.SHA == "" {
			c.target.SHA = pr.GetHead().GetSHA()
		}
		c.target.setOrigin(placeOf(pr.GetHead()), placeOf(pr.GetBase()))
		return nil
	})
}

// Post makes the server have the content. What it has already it is not sent again.
func (c *Client) Post(ctx context.Context, content *Content) (*Result, error) {
	digest, err := content.Check.Digest()
	if err != nil {
		return nil, err
	}
	r := new(Result)
	err = c.attempt(ctx, func() error {
		err := c.postCheck(ctx, content.Check, digest, r)
		if err != nil || !content.Comments || len(content.Notes) == 0 {
			return err
		}
		return c.postComments(ctx, content.Notes, r)
	})
	return r, err
}

// attempt calls a function until it succeeds or there is no use in trying again.
func (c *Client) attempt(ctx context.Context, f func() error) error {
	c.failures = 0
	for {
		err := f()
		if err == nil {
			return nil
		}
		if err := c.retry(ctx, err); err != nil {
			if e, ok := errors.AsType[*Error](err); ok {
				e.Message = c.hide(e.Message)
			}
			return err
		}
	}
}

// changed counts a request that changed something. What failed before it does not
// count any more.
func (c *Client) changed(r *Result) {
	c.failures = 0
	r.Changed++
}

func (c *Client) postCheck(ctx context.Context, want *Check, digest string, r *Result) error {
	runs, err := c.checkRuns(ctx, want.Name)
	if err != nil {
		return err
	}
	have := newest(runs)
	if have != nil {
		r.URL = have.URL
		if have.current(want, digest) {
			return nil
		}
		if have.Annotations, err = c.annotations(ctx, have.ID); err != nil {
			return err
		}
	}
	var made int64
	for _, q := range PlanCheck(want, have) {
		if q.ID == 0 {
			q.ID = made
		}
		run, err := c.sendCheck(ctx, want, digest, q)
		if err != nil {
			return err
		}
		made, r.URL = run.ID, run.URL
		c.changed(r)
	}
	return nil
}

func (c *Client) postComments(ctx context.Context, notes []output.Note, r *Result) error {
	pr, err := c.pull(ctx)
	if err != nil {
		return err
	}
	// Lines are those of another file by now.
	if sha := pr.GetHead().GetSHA(); sha != c.target.SHA {
		r.Moved = sha
		return nil
	}
	diff, err := c.diff(ctx)
	if err != nil {
		return err
	}
	have, err := c.comments(ctx)
	if err != nil {
		return err
	}
	want, elsewhere := Comments(notes, diff)
	r.Comments, r.Elsewhere = len(want), elsewhere
	post, edit := PlanComments(want, have)
	for part := range slices.Chunk(post, batch) {
		if err := c.postReview(ctx, part, r); err != nil {
			return err
		}
	}
	for _, e := range edit {
		if err := c.sendEdit(ctx, e); err != nil {
			return err
		}
		c.changed(r)
	}
	return nil
}

// postReview posts comments. GitHub takes a review as a whole or not at all, and does
// not say which line it cannot find: the halves are posted then, and in the end a
// comment without its line is left out.
func (c *Client) postReview(ctx context.Context, comments []Comment, r *Result) error {
	err := c.sendReview(ctx, comments)
	switch {
	case err == nil:
		c.changed(r)
		return nil
	case !misplaced(err):
		return err
	case len(comments) == 1:
		r.Comments--
		r.Elsewhere++
		return nil
	}
	half := len(comments) / 2
	if err := c.postReview(ctx, comments[:half], r); err != nil {
		return err
	}
	return c.postReview(ctx, comments[half:], r)
}
