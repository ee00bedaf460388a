package review

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// digestPrefix begins the external IDs of the check runs that leapguard made.
const digestPrefix = "leapguard:"

// Digest returns the external ID of a check run, which tells all of its content.
func (c *Check) Digest() (string, error) {
	text, err := json.Marshal(c)
	if err != nil {
		return "", fmt.Errorf("check run: %w", err)
	}
	sum := sha256.Sum256(text)
	return digestPrefix + hex.EncodeToString(sum[:16]), nil
}

// A CheckRun is one that the server has.
type CheckRun struct {
	ID          int64
	ExternalID  string
	Conclusion  string // "" where it is not completed
	URL         string
	Annotations []Annotation
}

// current reports whether a check run has the content of a digest. It is completed by
// the last request, so that nothing is missing then; GitHub gives a conclusion of its
// own to those that nobody completes.
func (r *CheckRun) current(want *Check, digest string) bool {
	return r.Conclusion == want.Conclusion && r.ExternalID == digest
}

// newest returns the last of the check runs that leapguard made: the one that GitHub
// shows. It is nil without any.
func newest(runs []*CheckRun) *CheckRun {
	var out *CheckRun
	for _, r := range runs {
		if strings.HasPrefix(r.ExternalID, digestPrefix) && (out == nil || r.ID > out.ID) {
			out = r
		}
	}
	return out
}

// A CheckRequest makes a check run, or adds annotations to one.
type CheckRequest struct {
	ID          int64 // of the check run; 0 for the one that the first request makes
	Annotations []Annotation
	Last        bool // completes the check run
}

// PlanCheck returns the requests that make of the newest check run, nil for none,
// one that is as wanted. Annotations cannot be taken back: where there is one too
// many, a new check run takes the place of the old one.
func PlanCheck(want *Check, have *CheckRun) []CheckRequest {
	missing, id := want.Annotations, int64(0)
	if have != nil {
		if rest, ok := without(want.Annotations, have.Annotations); ok {
			missing, id = rest, have.ID
		}
	}
	var out []CheckRequest
	for part := range slices.Chunk(missing, batch) {
		out = append(out, CheckRequest{ID: id, Annotations: part})
	}
	if len(out) == 0 {
		out = append(out, CheckRequest{ID: id})
	}
	out[len(out)-1].Last = true
	return out
}

// without returns what is left of annotations without others, and whether all of
// the others are among them.
func without(all, others []Annotation) ([]Annotation, bool) {
	count := make(map[Annotation]int)
	for _, a := range others {
		count[a.key()]++
	}
	var rest []Annotation
	for _, a := range all {
		if count[a.key()] == 0 {
			rest = append(rest, a)
			continue
		}
		count[a.key()]--
	}
	return rest, len(all)-len(rest) == len(others)
}

// key returns an annotation by which those of the server are compared with others:
// GitHub is free to keep the ends of texts as it likes.
func (a Annotation) key() Annotation {
	a.Title, a.Message = laidOut(a.Title), laidOut(a.Message)
	return a
}

// A Posted is a comment that the server has.
type Posted struct {
	ID      int64
	Foreign bool // a reply, or by somebody else: not to be changed
	Anchor
	Body string
}

// An Edit gives a comment another text.
type Edit struct {
	ID   int64
	Body string
}

// PlanComments returns which comments are to be posted, and which that are there are
// to be changed. A finding has one comment in a pull request, however often it is
// reported. What people write into one stays there until leapguard has something else
// to say.
func PlanComments(want []Comment, have []Posted) (post []Comment, edit []Edit) {
	first := make(map[string]Posted)
	for _, p := range have {
		fingerprint, _ := readMarker(p.Body)
		if old, ok := first[fingerprint]; fingerprint == "" || p.Foreign || ok && old.ID < p.ID {
			continue
		}
		first[fingerprint] = p
	}
	for _, c := range want {
		p, ok := first[c.Fingerprint]
		if !ok {
			post = append(post, c)
			continue
		}
		body := c.body(p.Anchor)
		_, want := readMarker(body)
		if _, written := readMarker(p.Body); written != want {
			edit = append(edit, Edit{ID: p.ID, Body: body})
		}
	}
	return post, edit
}

// laidOut returns a text as the server may keep it.
func laidOut(text string) string {
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}
