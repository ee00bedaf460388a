package githubtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
)

var sha = strings.Repeat("a", 40)

func newServer(t *testing.T) *Server {
	t.Helper()
	s := NewServer(sha)
	t.Cleanup(s.Close)
	s.AddPull(&Pull{Number: 1, Head: sha, Base: sha, Files: []File{
		{Filename: "a.go", Patch: "@@ -1,3 +1,3 @@\n a\n-b\n+c\n d\n@@ -10,0 +10,2 @@\n+e\n+f\n\\ No newline at end of file"},
		{Filename: "big.go"},
	}})
	return s
}

// send makes a request and returns the answer.
func send(t *testing.T, s *Server, method, path, body string) (status int, header http.Header, text string) {
	t.Helper()
	r, err := http.NewRequest(method, s.URL+"/repos/"+Repository+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+Token)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(response.Body)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, response.Header, string(data)
}

// TestRefused: what GitHub refuses changes nothing.
func TestRefused(t *testing.T) {
	check := func(rest string) string {
		return `{"name": "n", "head_sha": "` + sha + `", ` + rest + `}`
	}
	annotated := func(n int, annotation string) string {
		list := strings.TrimSuffix(strings.Repeat(annotation+",", n), ",")
		return check(`"output": {"title": "t", "summary": "s", "annotations": [` + list + `]}`)
	}
	review := func(comment string) string {
		return `{"event": "COMMENT", "body": "b", "commit_id": "` + sha + `", "comments": [` + comment + `]}`
	}
	const good = `{"path": "a.go", "start_line": 1, "end_line": 1, "annotation_level": "notice", "message": "m"}`
	for _, tt := range []struct {
		path, body string
		status     int
	}{
		{"/check-runs", annotated(50, good), 201},
		{"/check-runs", annotated(51, good), 422},
		{"/check-runs", annotated(1, strings.Replace(good, `"end_line": 1`, `"end_line": 2, "start_column": 1, "end_column": 2`, 1)), 422},
		{"/check-runs", annotated(1, strings.Replace(good, `"end_line": 1`, `"end_line": 0`, 1)), 422},
		{"/check-runs", annotated(1, strings.Replace(good, "notice", "error", 1)), 422},
		{"/check-runs", annotated(1, strings.Replace(good, `"a.go"`, `"/a.go"`, 1)), 422},
		{"/check-runs", check(`"status": "completed"`), 422},
		{"/check-runs", check(`"output": {"title": "t", "summary": "` + strings.Repeat("ä", 65536) + `"}`), 422},
		{"/check-runs", check(`"output": {"title": "t", "summary": "` + strings.Repeat("ä", 65535) + `"}`), 201},
		{"/check-runs", `{"name": "n", "head_sha": "` + strings.Repeat("b", 40) + `"}`, 422},
		{"/pulls/1/reviews", review(`{"path": "a.go", "line": 2, "side": "RIGHT", "body": "b"}`), 200},
		{"/pulls/1/reviews", review(`{"path": "a.go", "line": 11, "start_line": 10, "side": "RIGHT", "start_side": "RIGHT", "body": "b"}`), 200},
		{"/pulls/1/reviews", review(`{"path": "a.go", "line": 4, "side": "RIGHT", "body": "b"}`), 422},
		{"/pulls/1/reviews", review(`{"path": "a.go", "line": 10, "start_line": 3, "side": "RIGHT", "start_side": "RIGHT", "body": "b"}`), 422},
		{"/pulls/1/reviews", review(`{"path": "big.go", "line": 1, "side": "RIGHT", "body": "b"}`), 422},
		{"/pulls/1/reviews", review(`{"path": "b.go", "line": 1, "side": "RIGHT", "body": "b"}`), 422},
		{"/pulls/1/reviews", review(`{"path": "a.go", "line": 1, "side": "RIGHT", "body": ""}`), 422},
		{"/pulls/2/reviews", review(``), 404},
	} {
		s := newServer(t)
		before := s.State()
		status, _, text := send(t, s, "POST", tt.path, tt.body)
		if status != tt.status {
			t.Errorf("%s of %.200s: %d %s, want %d", tt.path, tt.body, status, text, tt.status)
		}
		if changed := s.State() != before; changed != (tt.status < 300) {
			t.Errorf("%s of %.200s: %d, changed %t", tt.path, tt.body, status, changed)
		}
	}
}

func TestPages(t *testing.T) {
	s := newServer(t)
	var files []File
	for i := range 205 {
		files = append(files, File{Filename: fmt.Sprint(i)})
	}
	s.AddPull(&Pull{Number: 2, Head: sha, Base: sha, Files: files})
	var got []File
	for page := 1; page <= 3; page++ {
		_, header, text := send(t, s, "GET", fmt.Sprintf("/pulls/2/files?per_page=100&page=%d", page), "")
		var list []File
		if err := json.NewDecoder(bytes.NewReader([]byte(text))).Decode(&list); err != nil {
			t.Fatal(err)
		}
		got = append(got, list...)
		next := fmt.Sprintf(`page=%d&per_page=100>; rel="next"`, page+1)
		if link := header.Get("Link"); strings.Contains(link, next) != (page < 3) {
			t.Errorf("page %d: Link %s", page, link)
		}
	}
	if len(got) != len(files) {
		t.Errorf("%d files, want %d", len(got), len(files))
	}
	if _, _, text := send(t, s, "GET", "/pulls/2/files", ""); strings.Count(text, "filename") != 30 {
		t.Errorf("a page of %d", strings.Count(text, "filename"))
	}
}
