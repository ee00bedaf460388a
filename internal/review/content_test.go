package review

import (
	"fmt"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/output"
)

func report(t *testing.T, exit int, findings ...finding.Finding) *output.Report {
	t.Helper()
	root := t.TempDir()
	for i := range findings {
		findings[i].File = filepath.Join(root, "dir", findings[i].File)
	}
	return &output.Report{Now: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Root: root, Dir: root, Findings: findings, ExitCode: exit}
}

func TestNewCheck(t *testing.T) {
	f := finding.Finding{
		Range: finding.Range{File: "a.go", Line: 3, Column: 5, EndLine: 3, EndColumn: 9}, Analyzer: "yearadd",
		Message: "it is so", Severity: finding.Error, URL: "https://example.com/yearadd", Fingerprint: "f1",
		Related: []finding.Related{{Message: "from here"}},
	}
	long := f
	long.EndLine, long.Severity = 4, finding.Info
	point := f
	point.EndLine, point.EndColumn, point.Severity = 0, 0, finding.Warning
	r := report(t, 1, f, long, point)
	r.Findings[0].Related[0].Range = finding.Range{File: filepath.Join(r.Root, "b.go"), Line: 1, Column: 2}
	r.NewFrom = &output.NewFrom{Commit: head, Known: 2, Unknown: []output.Problem{{}}}
	c, err := NewCheck("name", "title", r)
	if err != nil {
		t.Fatal(err)
	}
	message := "it is so\nb.go:1:2: from here\nhttps://example.com/yearadd"
	want := []Annotation{
		{"dir/a.go", 3, 3, 5, 9, "failure", "leapguard: yearadd", message},
		{"dir/a.go", 3, 4, 0, 0, "notice", "leapguard: yearadd", message},
		{"dir/a.go", 3, 3, 5, 5, "warning", "leapguard: yearadd", message},
	}
	if !slices.Equal(c.Annotations, want) {
		t.Errorf("annotations %+v\nwant %+v", c.Annotations, want)
	}
	if end := "\n\nCompared with commit a1a1a1a1a1a1: 2 findings are known there and left out. What could not be analysed there, 1 in number, counts as new."; !strings.HasSuffix(c.Summary, end) {
		t.Errorf("summary %s", c.Summary)
	}
	for _, tt := range []struct {
		r    *output.Report
		want string
	}{
		{report(t, 0), "success"}, {report(t, 0, f), "neutral"}, {report(t, 1, f), "failure"}, {report(t, 2), "failure"}, {report(t, 3), "failure"},
	} {
		if c, err := NewCheck("name", "title", tt.r); err != nil || c.Conclusion != tt.want {
			t.Errorf("%d findings, exit code %d: %s, %v, want %s", len(tt.r.Findings), tt.r.ExitCode, c.Conclusion, err, tt.want)
		}
	}
}

func TestLimits(t *testing.T) {
	var many []finding.Finding
	for i := range 3000 {
		many = append(many, finding.Finding{Range: finding.Range{File: "ä.go", Line: i + 1, Column: 1}, Analyzer: "yearadd", Message: strings.Repeat("ä", 40)})
	}
	many[0].Message = strings.Repeat("aä", 40000)
	r := report(t, 1, many...)
	r.NewFrom = &output.NewFrom{Commit: head, Known: 1}
	c, err := NewCheck("name", "title", r)
	if err != nil {
		t.Fatal(err)
	}
	if n := utf8.RuneCountInString(c.Summary); n > 65535 || len(c.Annotations) != 3000 {
		t.Errorf("a summary of %d characters, %d annotations", n, len(c.Annotations))
	}
	if m := c.Annotations[0].Message; len(m) > messageLimit || !utf8.ValidString(m) {
		t.Errorf("a message of %d bytes, ending in %q", len(m), m[len(m)-2:])
	}
	for i := range many {
		many[i].Message = "x"
	}
	r = report(t, 1, many...)
	r.NewFrom = &output.NewFrom{Commit: head, Known: 1}
	if c, err = NewCheck("name", "title", r); err != nil || len(c.Summary) > 65535 || len(c.Summary) < 65400 {
		t.Errorf("a summary of %d bytes, %v", len(c.Summary), err)
	}
	note := output.Note{Path: "a.go", Line: 1, Message: strings.Repeat("@", 70000), Fingerprint: "f"}
	comments, _ := Comments([]output.Note{note}, Diff{"a.go": {{From: 1, To: 1}}})
	if body := comments[0].body(comments[0].Anchor); len(body) > 65536 {
		t.Errorf("a comment of %d bytes for a long message", len(body))
	}
	comment := Comment{Fingerprint: "f", Text: "text", Suggested: true, Lines: []string{strings.Repeat("x", 70000)}}
	body := comment.body(Anchor{})
	if fingerprint, _ := readMarker(body); len(body) > bodyLimit || fingerprint != "f" {
		t.Errorf("a comment of %d bytes", len(body))
	}
}

func TestDigest(t *testing.T) {
	digest := func(change func(*Check)) string {
		c := content(2).Check
		change(c)
		d, err := c.Digest()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	seen := map[string]bool{digest(func(*Check) {}): true}
	for i, change := range []func(*Check){
		func(c *Check) { c.Name += "x" },
		func(c *Check) { c.Title += "x" },
		func(c *Check) { c.Summary += "x" },
		func(c *Check) { c.Conclusion = "neutral" },
		func(c *Check) { c.Annotations[1].EndColumn++ },
		func(c *Check) { c.Annotations = c.Annotations[:1] },
	} {
		if d := digest(change); seen[d] || !strings.HasPrefix(d, "leapguard:") {
			t.Errorf("change %d leaves the digest %s", i, d)
		} else {
			seen[d] = true
		}
	}
}

func TestComments(t *testing.T) {
	d := Diff{"a.go": ParsePatch(hunk(10, 5) + hunk(15, 5) + "@@ -30,8 +30,5 @@\n-a\n-b\n+x\n+x\n x\n+x\n-c\n-d\n x\n-e\n")}
	note := func(line, end int) output.Note {
		return output.Note{Path: "a.go", Line: line, EndLine: end, Message: "m", Fingerprint: fmt.Sprintf("%d-%d", line, end)}
	}
	suggested := func(n output.Note, line, end int) output.Note {
		n.Suggestion = &output.Suggestion{Line: line, EndLine: end, Lines: []string{"x"}}
		return n
	}
	for _, tt := range []struct {
		note      output.Note
		from, to  int // 0 for no comment
		suggested bool
	}{
		{note(10, 10), 10, 10, false},
		{note(14, 14), 14, 14, false},
		{note(9, 9), 0, 0, false},
		{note(20, 20), 0, 0, false},
		{note(11, 13), 11, 13, false},
		{note(14, 15), 14, 14, false}, // two hunks
		{note(9, 11), 0, 0, false},    // its first line is what it is about
		{suggested(note(12, 12), 11, 13), 11, 13, true},
		{suggested(note(12, 12), 5, 13), 12, 12, false},
		{suggested(note(30, 33), 30, 33), 30, 33, true}, // deleted lines above
		{suggested(note(33, 33), 33, 34), 33, 33, false},
		{suggested(note(31, 33), 31, 34), 31, 33, false},
		{suggested(note(34, 34), 34, 34), 34, 34, true},
		{output.Note{Path: "b.go", Line: 10, EndLine: 10, Fingerprint: "f"}, 0, 0, false},
		{output.Note{Path: "a.go", Line: 10, EndLine: 10}, 0, 0, false}, // an error
	} {
		comments, elsewhere := Comments([]output.Note{tt.note, tt.note}, d)
		if tt.from == 0 {
			if len(comments) > 0 || elsewhere > 1 {
				t.Errorf("%+v: %+v, %d elsewhere", tt.note, comments, elsewhere)
			}
			continue
		}
		want := Anchor{"a.go", tt.from, tt.to}
		if len(comments) != 1 || comments[0].Anchor != want || comments[0].Suggested != tt.suggested {
			t.Errorf("%+v: %+v, want one comment at %+v", tt.note, comments, want)
		}
	}
}

func TestBody(t *testing.T) {
	n := output.Note{Path: "a.go", Line: 1, EndLine: 1, Severity: finding.Error, Rule: "yearadd", Message: "see @someone, #12 and <b>\n```suggestion", Details: []string{"b.go:1:2: `x`", "https://example.com/yearadd"}, Fingerprint: "f1"}
	for _, tt := range []struct {
		lines []string
		safe  bool
		want  string
	}{
		{[]string{"a", ""}, true, "```suggestion\na\n\n```\n\n"},
		{[]string{}, false, "The suggestion changes what the program does, so review it:\n\n```suggestion\n```\n\n"},
		{[]string{"x ``` ````y"}, true, "`````suggestion\nx ``` ````y\n`````\n\n"},
	} {
		n.Suggestion = &output.Suggestion{Line: 1, EndLine: 1, Lines: tt.lines, Safe: tt.safe}
		comments, _ := Comments([]output.Note{n}, Diff{"a.go": {{From: 1, To: 1}}})
		want := "**error** (yearadd): see \\@<!-- -->someone\\, \\#<!-- -->12 and \\<b\\> \\`\\`\\`suggestion\n\n" +
			"b\\.go\\:1\\:2\\: \\`x\\`\n\n<https://example.com/yearadd>\n\n" + tt.want
		if got := comments[0].body(comments[0].Anchor); got != marked(strings.TrimSuffix(want, "\n\n"), "f1") {
			t.Errorf("body\n%s\nwant\n%s", got, want)
		}
		got := comments[0].body(Anchor{"a.go", 2, 2})
		if fingerprint, _ := readMarker(got); strings.Contains(got, "```suggestion") || fingerprint != "f1" {
			t.Errorf("body elsewhere\n%s", got)
		}
	}
}

func TestParsePatch(t *testing.T) {
	for patch, want := range map[string][]Span{
		"":                          nil,
		"@@ -0,0 +1 @@\n+x":         {{From: 1, To: 1}},
		"@@ -1,3 +1,4 @@ f\n x\n+y": {{From: 1, To: 4}},
		"@@ -1,3 +0,0 @@\n-x\n-y":   nil,
		"@@ -1 +1,2 @@\n+@@ -7 +7 @@\n+y\n@@ -9,2 +10,3 @@\n z": {{From: 1, To: 2}, {From: 10, To: 12}},
		"@@ odd\n-x\n@@ -1 +x @@\n@@ -1 +1,y @@\n-x\n@@ -1,2":   nil,
		"@@ -1,4 +1,2 @@\n-x\n-y\n+z\n+@@\n-last\n\\ No newline at end of file\n@@ -9,3 +7,2 @@\n x\n-y\n z": {
			{From: 1, To: 2, Deleted: []int{1}}, {From: 7, To: 8, Deleted: []int{8}},
		},
	} {
		if got := ParsePatch(patch); !reflect.DeepEqual(got, want) {
			t.Errorf("%q shows %v, want %v", patch, got, want)
		}
	}
}

// TestPlanAlike: what the server keeps in its own way, or has twice, is not sent again.
func TestPlanAlike(t *testing.T) {
	want := &Check{Annotations: []Annotation{{Path: "a.go", Title: "t", Message: "one\ntwo"}}}
	plan := PlanCheck(want, &CheckRun{ID: 5, Annotations: []Annotation{{Path: "a.go", Title: "t ", Message: "one\r\ntwo\r\n"}}})
	if len(plan) != 1 || plan[0].ID != 5 || len(plan[0].Annotations) > 0 {
		t.Errorf("plan %+v", plan)
	}
	runs := []*CheckRun{{ID: 5, ExternalID: "leapguard:5"}, {ID: 7, ExternalID: "leapguard:7"}, {ID: 9, ExternalID: "job"}}
	for range 2 {
		if got := newest(runs); got.ID != 7 {
			t.Errorf("the newest check run is %d", got.ID)
		}
		slices.Reverse(runs)
	}
	comment := Comment{Fingerprint: "f1", Text: "text"}
	first := Posted{ID: 1, Body: comment.body(Anchor{})}
	second := Posted{ID: 2, Body: marked("old", "f1")}
	for _, have := range [][]Posted{{first, second}, {second, first}} {
		if post, edit := PlanComments([]Comment{comment}, have); len(post) > 0 || len(edit) > 0 {
			t.Errorf("%+v makes %+v, %+v", have, post, edit)
		}
	}
}

// TestPlanCheck: whatever a check run has, the requests of a plan give it what is
// wanted, in parts that GitHub takes.
func TestPlanCheck(t *testing.T) {
	annotations := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Annotation {
		return Annotation{Path: "a.go", StartLine: rapid.IntRange(1, 30).Draw(t, "line"), Message: "m"}
	}), 0, 130)
	rapid.Check(t, func(t *rapid.T) {
		want := &Check{Annotations: annotations.Draw(t, "want")}
		var have *CheckRun
		switch rapid.IntRange(0, 2).Draw(t, "have") {
		case 1:
			have = &CheckRun{ID: 5, Annotations: annotations.Draw(t, "others")}
		case 2:
			have = &CheckRun{ID: 5, Annotations: slices.Clone(want.Annotations[:rapid.IntRange(0, len(want.Annotations)).Draw(t, "n")])}
		}
		var got []Annotation
		plan := PlanCheck(want, have)
		if plan[0].ID != 0 {
			got = slices.Clone(have.Annotations)
		}
		for i, q := range plan {
			if len(q.Annotations) > batch || q.ID != plan[0].ID || q.Last != (i == len(plan)-1) {
				t.Fatalf("request %d of %d: %d annotations, %+v", i, len(plan), len(q.Annotations), q)
			}
			got = append(got, q.Annotations...)
		}
		compare := func(a, b Annotation) int { return a.StartLine - b.StartLine }
		slices.SortFunc(got, compare)
		if !slices.Equal(got, slices.SortedFunc(slices.Values(want.Annotations), compare)) {
			t.Fatalf("%d annotations, want %d", len(got), len(want.Annotations))
		}
	})
}
