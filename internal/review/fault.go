package review

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/go-github/v89/github"
)

// An Error is an answer of GitHub, or none, that ends the attempt to post.
type Error struct {
	Doing   string // what was asked for
	Message string // GitHub's
	Advice  string
	Denied  bool // the token may read and not write

	status int           // of the answer, 0 without one
	again  bool          // it may pass
	wait   time.Duration // until it does, 0 if GitHub does not say
	least  time.Duration // to wait for the first time where it does not
}

func (e *Error) Error() string {
	text := e.Doing + ": " + e.Message
	if e.Advice != "" {
		text += "; " + e.Advice
	}
	return text
}

// fault says of an error of go-github what it means and what to do. It leaves those of
// the context as they are.
func (c *Client) fault(ctx context.Context, doing, permission string, response *github.Response, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	e := &Error{Doing: doing, Message: err.Error(), least: time.Second}
	status := 0
	if response != nil && response.Response != nil {
		status = response.StatusCode
	}
	if status < 400 {
		return unanswered(e, err)
	}
	e.status = status
	e.Message = strconv.Itoa(status) + " " + cmp.Or(said(err), http.StatusText(status))
	const later = "; run again later, which goes on where this run stopped"
	switch limited := c.limited(response, err, e); {
	case limited:
		e.again, e.Advice = true, "the rate limit is used up"+later
	case status >= 500 || status == http.StatusRequestTimeout:
		e.again, e.Advice = true, "GitHub is in trouble"+later
	default:
		e.Denied = status == http.StatusForbidden && strings.Contains(strings.ToLower(e.Message), "resource not accessible by")
		e.Advice = c.advice(status, e.Message, permission)
	}
	return e
}

// advice says what to do about an answer that will be no other the next time.
func (c *Client) advice(status int, message, permission string) string {
	switch status {
	case http.StatusUnauthorized:
		return "GitHub does not know the token in GITHUB_TOKEN, or it has expired"
	case http.StatusForbidden:
		switch {
		case strings.Contains(message, "app_id"):
			return "another GitHub App made the check run; choose another --name"
		case strings.Contains(message, "GitHub App"):
			return "only tokens of GitHub Apps, as those of workflows, may make check runs"
		}
		return fmt.Sprintf("the token in GITHUB_TOKEN may not do that; give the job \"permissions: %s\"", permission)
	case http.StatusNotFound:
		return fmt.Sprintf("there is no such thing in %s/%s, or the token may not see it (\"permissions: %s\"); check GITHUB_REPOSITORY, the commit and the number of the pull request", c.target.Owner, c.target.Repo, permission)
	case http.StatusUnprocessableEntity:
		return fmt.Sprintf("GitHub refuses what was sent; check that commit %s is pushed", c.target.SHA)
	}
	return ""
}

// unanswered is about requests that got no answer, or half of one. What they asked
// for may have been done.
func unanswered(e *Error, err error) error {
	_, certificate := errors.AsType[*tls.CertificateVerificationError](err)
	redirect, redirected := errors.AsType[*redirectError](err)
	e.again = !certificate && !redirected
	e.Advice = "check the network and GITHUB_API_URL, then run again, which goes on where this run stopped"
	if redirected {
		e.Message = redirect.Error()
		e.Advice = "check GITHUB_API_URL and GITHUB_REPOSITORY"
	}
	return e
}

// said returns what GitHub says in an answer.
func said(err error) string {
	if e, ok := errors.AsType[*github.RateLimitError](err); ok {
		return e.Message
	}
	if e, ok := errors.AsType[*github.AbuseRateLimitError](err); ok {
		return e.Message
	}
	e, ok := errors.AsType[*github.ErrorResponse](err)
	if !ok {
		return ""
	}
	parts := []string{e.Message}
	for _, detail := range e.Errors {
		text := cmp.Or(detail.Message, strings.TrimSpace(detail.Resource+" "+detail.Field+" "+detail.Code))
		parts = append(parts, text)
	}
	return strings.Join(parts, ": ")
}

// limited reports whether an answer is about rate limits, and says how long they last.
func (c *Client) limited(response *github.Response, err error, e *Error) bool {
	fast := hurried(err)
	if e.status != http.StatusForbidden && e.status != http.StatusTooManyRequests && !fast {
		return false
	}
	header := response.Header
	if after, err := strconv.Atoi(header.Get("Retry-After")); err == nil {
		e.wait = max(time.Duration(min(after, 1<<20))*time.Second, time.Second)
		return true
	}
	if header.Get("X-RateLimit-Remaining") == "0" {
		if reset, err := strconv.ParseInt(header.Get("X-RateLimit-Reset"), 10, 64); err == nil {
			// Clocks differ, and the header counts whole seconds.
			e.wait = max(time.Unix(reset, 0).Sub(c.Now())+time.Second, time.Second)
			return true
		}
	}
	// See https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api.
	e.least = time.Minute
	return fast || e.status == http.StatusTooManyRequests || strings.Contains(strings.ToLower(e.Message), "rate limit")
}

// hurried reports whether an answer is what GitHub says of content that comes too
// fast after other: one of status 422 that names nothing wrong with it.
func hurried(err error) bool {
	e, ok := errors.AsType[*github.ErrorResponse](err)
	return ok && slices.ContainsFunc(e.Errors, func(detail github.Error) bool {
		return detail.Code == "abuse" || strings.Contains(detail.Message, "submitted too quickly")
	})
}

// misplaced reports whether an error is what GitHub says of comments on lines, or in
// files, that it does not find in the pull request.
func misplaced(err error) bool {
	e, ok := errors.AsType[*Error](err)
	return ok && e.status == http.StatusUnprocessableEntity &&
		(strings.Contains(e.Message, "could not be resolved") || strings.Contains(e.Message, "must be part of the"))
}

// vanished says of an error about something that was there a moment ago that it may
// pass: what the server has is to be asked for again.
func vanished(err error) error {
	if e, ok := errors.AsType[*Error](err); ok && e.status == http.StatusNotFound {
		e.again = true
	}
	return err
}

// Bounds of the attempts.
const (
	maxFailures = 6 // in a row
	maxWait     = 10 * time.Minute
)

// retry waits until what failed may be tried again. It returns an error where that
// makes no sense: the one that happened, or that of the context.
func (c *Client) retry(ctx context.Context, err error) error {
	e, ok := errors.AsType[*Error](err)
	if !ok || !e.again {
		return err
	}
	if c.failures++; c.failures >= maxFailures {
		e.Message = fmt.Sprintf("%s, %d times in a row", e.Message, c.failures)
		return e
	}
	wait := cmp.Or(e.wait, e.least<<(c.failures-1))
	if wait > maxWait {
		e.Advice = fmt.Sprintf("GitHub wants no more requests before %s; run again then, which goes on where this run stopped", c.Now().Add(wait).UTC().Format(time.RFC3339))
		return e
	}
	c.Warn(c.hide(fmt.Sprintf("%s: %s; trying again in %s", e.Doing, e.Message, wait)))
	return c.Sleep(ctx, wait)
}
