package review

import (
	"strings"
	"testing"

	"github.com/google/go-github/v89/github"

	"github.com/leapguard/leapguard/internal/githubtest"
)

func TestCommentsOfOthers(t *testing.T) {
	f := newFixture(t)
	c := content(3)
	reply := marked("> quoted", c.Notes[1].Fingerprint)
	by := githubtest.User{Login: "somebody", Type: "User"}
	f.Change(func(s *githubtest.State) {
		s.Comments = append(s.Comments,
			&githubtest.Comment{ID: -2, Pull: 7, Path: "dir ä/a.go", InReplyTo: 1, Body: reply},
			&githubtest.Comment{ID: -1, Pull: 7, Path: "dir ä/a.go", Body: "see " + marked("", c.Notes[1].Fingerprint)[2:] + " there"},
			&githubtest.Comment{ID: -3, Pull: 7, Path: "dir ä/a.go", User: by, Body: marked("copied", c.Notes[1].Fingerprint)})
	})
	f.post(t, c)
	if got := len(f.Read().Comments); got != 6 {
		t.Errorf("%d comments, want six: %s", got, f.State())
	}
	if got := f.Read().Comments[0].Body; got != reply {
		t.Errorf("a reply has become %q", got)
	}
	if got := f.Read().Comments[2].Body; !strings.HasPrefix(got, "copied") {
		t.Errorf("what somebody has copied has become %q", got)
	}
	if r := f.post(t, c); r.Changed != 0 {
		t.Errorf("%d changes the second time", r.Changed)
	}
}

// TestMisplaced: lines that GitHub does not find keep no other comment from being
// posted.
func TestMisplaced(t *testing.T) {
	for _, tt := range []struct {
		every int // of which comments the line is lost
		want  int // comments
	}{{1, 0}, {7, 102}, {1000, 119}} {
		f := newFixture(t)
		f.AddPull(&githubtest.Pull{
			Number: 7, Head: head, Base: base, Files: []githubtest.File{{Filename: "dir ä/a.go", Patch: hunk(1, 200)}},
			Lost: func(c *githubtest.Comment) bool {
				return strings.Contains(c.Body, "finding 0") || *c.Line%tt.every == 0
			},
		})
		c := content(121)
		for i := range c.Notes {
			c.Notes[i].Line, c.Notes[i].EndLine, c.Notes[i].Suggestion = i+1, i+1, nil
		}
		r := f.post(t, c)
		if got := len(f.Read().Comments); got != tt.want || r.Comments != tt.want || r.Elsewhere != 121-tt.want {
			t.Errorf("every %d: %d comments, want %d; result %+v", tt.every, got, tt.want, r)
		}
		if r := f.post(t, c); r.Changed != 0 {
			t.Errorf("every %d: %d changes the second time", tt.every, r.Changed)
		}
	}
}

func TestForeign(t *testing.T) {
	for _, tt := range []struct {
		token Token
		by    string
		reply int64
		want  bool
	}{
		{"ghs_1", "Bot", 0, false}, {"ghs_1", "Bot", 5, true}, {"ghs_1", "User", 0, true},
		{"ghu_1", "User", 0, false}, // the token of a person who lets an app act
	} {
		c := &Client{target: &Target{Token: tt.token}}
		comment := &github.PullRequestComment{InReplyTo: &tt.reply, User: &github.User{Type: &tt.by}}
		if got := c.foreign(comment); got != tt.want {
			t.Errorf("%+v: %t", tt, got)
		}
	}
}

// TestCommentMoves: a comment follows its lines, but what it suggests does not.
func TestCommentMoves(t *testing.T) {
	f := newFixture(t)
	c := content(1)
	f.post(t, c)
	if body := f.Read().Comments[0].Body; !strings.Contains(body, "\n````suggestion\nnew ``` line\n````\n") {
		t.Fatalf("no suggestion in %s", body)
	}
	f.Change(func(s *githubtest.State) { s.Comments[0].Line, s.Comments[0].StartLine = nil, nil })
	if r := f.post(t, c); r.Changed != 1 {
		t.Errorf("%d changes", r.Changed)
	}
	if body := f.Read().Comments[0].Body; strings.Contains(body, "suggestion") || !strings.Contains(body, "finding 0") {
		t.Errorf("the comment on lines that are gone says %s", body)
	}
	if r := f.post(t, c); r.Changed != 0 {
		t.Errorf("%d changes the second time", r.Changed)
	}
	// What people write below it stays; the comment is the same.
	f.Change(func(s *githubtest.State) { s.Comments[0].Body += "\n\nDone" })
	if r := f.post(t, c); r.Changed != 0 || len(f.Read().Comments) != 1 {
		t.Errorf("%d changes; the state is %s", r.Changed, f.State())
	}
	// What browsers and servers do to the ends of lines is no change.
	f.Change(func(s *githubtest.State) {
		s.Comments[0].Body = strings.ReplaceAll(s.Comments[0].Body, "\n", "\r\n") + "\r\n"
	})
	if r := f.post(t, c); r.Changed != 0 {
		t.Errorf("%d changes for the ends of lines", r.Changed)
	}
}
