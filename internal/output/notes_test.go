package output

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/leapguard/leapguard/internal/finding"
)

func TestNotes(t *testing.T) {
	notes := richReport().Notes()
	var got []string
	for _, n := range notes {
		got = append(got, fmt.Sprintf("%s:%d:%d-%d:%d %s %s %s", n.Path, n.Line, n.Column, n.EndLine, n.EndColumn, n.Severity, n.Rule, n.Fingerprint))
		if text := fmt.Sprintf("%+v %s", n, n.Markdown()); strings.Contains(text, secret) || strings.Contains(text, "\x1b") {
			t.Errorf("shown is %s", text)
		}
	}
	// The file elsewhere and the package without a file have none.
	want := []string{
		"other/b.go:3:11-3:45 info embeddedkey 00ff",
		"other/b.go:5:12-5:20 warning quoting 00ff",
		"sub dir/été 1.go:5:9-5:51 error yearadd 0123",
		"other/b.go:9:2-9:2 error  ",
		"sub dir/a%,b:c.go:1:0-1:0 error  ",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("notes %q\nwant %q", got, want)
	}
	if s := notes[0].Suggestion; s != nil {
		t.Errorf("a key is suggested: %v", s)
	}
	suggestion := &Suggestion{4, 5, []string{"\tx := \"𝄞é\"; y, m, d := caldate.Of(t); _ = x", "\treturn y.AddYears(1)"}, false}
	safe := richReport()
	safe.Findings[2].Fixes[0].Safe = true
	if s := safe.Notes()[2].Suggestion; !s.Safe {
		t.Errorf("suggestion %+v of a safe fix", s)
	}
	if s := notes[2].Suggestion; !reflect.DeepEqual(s, suggestion) {
		t.Errorf("suggestion %+v, want %+v", s, suggestion)
	}
	markdown := "**error** (yearadd): time\\.Date\\(y\\+1\\, m\\, d\\, 0\\, 0\\, 0\\, 0\\, time\\.UTC\\) on 29 February 2028 gives 1 March 2029\n\n" +
		"sub dir\\/été 1\\.go\\:4\\:28\\: the year is taken here\n\n\\/elsewhere\\/c\\.go\\:7\\:1\\: the text is parsed here\n\n<https://example.com/rules/yearadd.md>"
	if got := notes[2].Markdown(); got != markdown {
		t.Errorf("Markdown\n%s\nwant\n%s", got, markdown)
	}
}

// TestSuggestionKeys: a line that holds a key is suggested neither whole nor in part.
func TestSuggestionKeys(t *testing.T) {
	source := "package p\n\nvar a, k = 1, \"" + secret + "\"\n"
	f := finding.Finding{Range: at(3, 5, 3, 6), Fixes: []finding.Fix{{Edits: []finding.Edit{{Range: at(3, 12, 3, 13), NewText: "2"}}}}}
	if s := report(source, f).Notes()[0].Suggestion; s != nil {
		t.Errorf("suggestion %+v", s)
	}
}

// TestWholeLines: the suggested lines make of a file what the edit makes of it, and
// are no more than needed.
func TestWholeLines(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		end := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "end")
		lines := rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "ab", "é"}), 1, 6).Draw(t, "lines")
		from := rapid.IntRange(1, len(lines)).Draw(t, "from")
		to := rapid.IntRange(from, len(lines)).Draw(t, "to")
		column := rapid.IntRange(1, len(lines[from-1])+1).Draw(t, "column")
		least := 1
		if from == to {
			least = column
		}
		endColumn := rapid.IntRange(least, len(lines[to-1])+1).Draw(t, "end column")
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "ab", "x"}), 1, 4).Draw(t, "text"), end)

		source := strings.Join(lines, end)
		r := report(source)
		edit := finding.Edit{Range: at(from, column, to, endColumn), NewText: text}
		edit.File = "/repo/src/a.go"
		after := strings.Join(lines[:from-1], "\n") + strings.Repeat("\n", min(from-1, 1)) +
			lines[from-1][:column-1] + strings.ReplaceAll(text, "\r\n", "\n") + lines[to-1][endColumn-1:]
		if to < len(lines) {
			after += "\n" + strings.Join(lines[to:], "\n")
		}
		s := newSources(r).wholeLines(edit)
		if s == nil {
			if got := strings.Join(lines, "\n"); got != after {
				t.Fatalf("no suggestion, but %q becomes %q", got, after)
			}
			return
		}
		if s.Line < from || s.EndLine > to || s.EndLine < s.Line {
			t.Fatalf("lines %d to %d for an edit of %d to %d", s.Line, s.EndLine, from, to)
		}
		got := append(append(append([]string{}, lines[:s.Line-1]...), s.Lines...), lines[s.EndLine:]...)
		if strings.Join(got, "\n") != after {
			t.Fatalf("%q becomes %q, want %q", source, got, after)
		}
		if s.EndLine > s.Line && len(s.Lines) > 0 && (s.Lines[0] == lines[s.Line-1] || s.Lines[len(s.Lines)-1] == lines[s.EndLine-1]) {
			t.Fatalf("more lines than needed: %+v of %q", s, lines)
		}
	})
}
