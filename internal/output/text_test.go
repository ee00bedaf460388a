package output

import (
	"strings"
	"testing"

	"github.com/leapguard/leapguard/internal/finding"
)

const source = "package a\n" +
	"\n" +
	"func f(t time.Time) time.Time {\n" +
	"\tif x := \"日本\"; x > \"e\u0301\" + t.Name() {\n" +
	"\t\treturn time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)\n" +
	"\t}\n" +
	"\treturn time.Date(\n" +
	"\t\tt.Year(),\n" +
	"\t\tt.Month(),\n" +
	"\t\tt.Day(),\n" +
	"\t\t0, 0, 0, 0, time.UTC)\n" +
	"}\n"

func TestText(t *testing.T) {
	tests := []struct {
		name string
		f    finding.Finding
		want string
	}{
		{
			"tabs and related positions",
			finding.Finding{
				Range: at(5, 10, 5, 74), Analyzer: "yearadd", Message: "fails on 29 February 2028", Severity: finding.Error,
				URL:     "https://example.com/yearadd.md",
				Related: []finding.Related{{Range: at(3, 8, 3, 19), Message: "t comes\nfrom here"}},
			},
			`a.go:5:10: error: fails on 29 February 2028 (yearadd)
  5 |         return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
    |                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  a.go:3:8: t comes from here
  3 | func f(t time.Time) time.Time {
    |        -----------
  https://example.com/yearadd.md
`,
		},
		{
			"wide and combining characters",
			finding.Finding{Range: at(4, 32, 4, 40), Analyzer: "yearadd", Message: "m", Severity: finding.Warning},
			"a.go:4:32: warning: m (yearadd)\n" +
				"  4 |     if x := \"日本\"; x > \"e\u0301\" + t.Name() {\n" +
				"    | " + strings.Repeat(" ", 30) + "^^^^^^^^\n",
		},
		{
			"wide characters in the range",
			finding.Finding{Range: at(4, 10, 4, 18), Analyzer: "yearadd", Message: "m", Severity: finding.Info},
			"a.go:4:10: info: m (yearadd)\n" +
				"  4 |     if x := \"日本\"; x > \"e\u0301\" + t.Name() {\n" +
				"    |             ^^^^^^\n",
		},
		{
			"long range",
			finding.Finding{Range: at(7, 9, 11, 24), Analyzer: "yearadd", Message: "m", Severity: finding.Error},
			`a.go:7:9: error: m (yearadd)
   7 |     return time.Date(
     |            ^^^^^^^^^^
   8 |         t.Year(),
     |         ^^^^^^^^^
   9 |         t.Month(),
     |         ^^^^^^^^^^
  ...
  11 |         0, 0, 0, 0, time.UTC)
     |         ^^^^^^^^^^^^^^^^^^^^^
`,
		},
		{
			"range of two lines",
			finding.Finding{Range: at(9, 3, 10, 10), Analyzer: "yearadd", Message: "m", Severity: finding.Error},
			`a.go:9:3: error: m (yearadd)
   9 |         t.Month(),
     |         ^^^^^^^^^^
  10 |         t.Day(),
     |         ^^^^^^^
`,
		},
		{
			"range that ends with its line",
			finding.Finding{Range: at(9, 3, 10, 1), Analyzer: "yearadd", Message: "m", Severity: finding.Error},
			`a.go:9:3: error: m (yearadd)
  9 |         t.Month(),
    |         ^^^^^^^^^^
`,
		},
		{
			"no end",
			finding.Finding{Range: at(9, 3, 0, 0), Analyzer: "yearadd", Message: "m", Severity: finding.Error},
			`a.go:9:3: error: m (yearadd)
  9 |         t.Month(),
    |         ^
`,
		},
		{
			"line that is not there",
			finding.Finding{Range: at(99, 3, 99, 4), Analyzer: "yearadd", Message: "m", Severity: finding.Error},
			"a.go:99:3: error: m (yearadd)\n",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			if err := Text(&got, report(source, tt.f), TextOptions{Frames: true}); err != nil {
				t.Fatal(err)
			}
			if got.String() != tt.want {
				t.Errorf("got\n%s\nwant\n%s", got.String(), tt.want)
			}
		})
	}
}

// Key material is not shown, and the range is underlined all the same.
func TestTextSecrets(t *testing.T) {
	run := strings.Repeat("MC4CAQAw", 5)
	pem := "var a, b = `-----BEGIN PRIVATE KEY-----\n" + run + "\nQUJD\n-----END PRIVATE KEY-----`, sure(1)\n"
	tests := []struct {
		source string
		r      finding.Range
		want   string
	}{
		{
			"f(\"" + run + "\", g(1), \"" + run + "\", h)\n", at(1, 47, 1, 51),
			"  1 | f(\"…\", g(1), \"…\", h)\n" +
				"    |        ^^^^\n",
		},
		{
			"f(\"" + run + "\", g(1), \"" + run + "\", h)\n", at(1, 97, 1, 98),
			"  1 | f(\"…\", g(1), \"…\", h)\n" +
				"    |                   ^\n",
		},
		{
			"f(\"" + run + "\", g(1))\n", at(1, 3, 1, 45),
			"  1 | f(\"…\", g(1))\n" +
				"    |   ^^^\n",
		},
		{
			"f(\"" + run + "\", g(1))\n", at(1, 10, 1, 20),
			"  1 | f(\"…\", g(1))\n" +
				"    |    ^\n",
		},
		{
			pem, at(1, 12, 4, 27),
			"  1 | var a, b = `-----BEGIN PRIVATE KEY-----\n" +
				"    |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n" +
				"  2 | …\n" +
				"    | ^\n" +
				"  3 | …\n" +
				"    | ^\n" +
				"  4 | -----END PRIVATE KEY-----`, sure(1)\n" +
				"    | ^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
		},
	}
	for _, tt := range tests {
		var got strings.Builder
		f := finding.Finding{Range: tt.r, Analyzer: "yearadd", Message: "m"}
		if err := Text(&got, report(tt.source, f), TextOptions{Frames: true}); err != nil {
			t.Fatal(err)
		}
		if _, frame, _ := strings.Cut(got.String(), "\n"); frame != tt.want {
			t.Errorf("got\n%s\nwant\n%s", frame, tt.want)
		}
	}
}

func TestTextWithoutFrames(t *testing.T) {
	f := finding.Finding{
		Range: at(3, 8, 3, 19), Analyzer: "yearadd", Message: "m", Severity: finding.Error,
		URL: "https://example.com/yearadd.md", Related: []finding.Related{{Range: at(1, 1, 1, 2), Message: "r"}},
	}
	var got strings.Builder
	if err := Text(&got, report(source, f, f), TextOptions{}); err != nil {
		t.Fatal(err)
	}
	if want := strings.Repeat("a.go:3:8: error: m (yearadd)\n", 2); got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}

// What a source file or a message holds must not reach the terminal as
// anything but text.
func TestTextIsInert(t *testing.T) {
	hostile := "\x1b[2J\x07\u202e\xff"
	f := finding.Finding{Range: at(1, 1, 1, 5), Analyzer: "yearadd", Message: "a " + hostile, Severity: finding.Error}
	var got strings.Builder
	if err := Text(&got, report("x := `"+hostile+"`\n", f), TextOptions{Frames: true}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []string{"\x1b", "\x07", "\u202e", "\xff"} {
		if strings.Contains(got.String(), c) {
			t.Errorf("%q reaches the terminal: %q", c, got.String())
		}
	}
}

func TestTextColor(t *testing.T) {
	f := finding.Finding{Range: at(1, 1, 1, 8), Analyzer: "yearadd", Message: "m", Severity: finding.Error}
	var got strings.Builder
	if err := Text(&got, report(source, f), TextOptions{Frames: true, Color: true}); err != nil {
		t.Fatal(err)
	}
	const want = "\x1b[1ma.go:1:1\x1b[0m: \x1b[1;31merror\x1b[0m: m (yearadd)\n" +
		"  \x1b[36m1 |\x1b[0m package a\n" +
		"  \x1b[36m  |\x1b[0m \x1b[1;31m^^^^^^^\x1b[0m\n"
	if got.String() != want {
		t.Errorf("got %q\nwant %q", got.String(), want)
	}
}

func TestLongLine(t *testing.T) {
	line := "var a = \"" + strings.Repeat("é", 5000) + "\" + bad + \"" + strings.Repeat("é", 5000) + "\""
	from := strings.Index(line, "bad")
	shown := layout(line, from, from+3)
	if !strings.HasPrefix(shown.text, "…é") || !strings.HasSuffix(shown.text, "é…") {
		t.Errorf("not cut at both ends: %q", shown.text)
	}
	if got := string([]rune(shown.text)[shown.from:shown.to]); got != "bad" {
		t.Errorf("underlined %q, want bad", got)
	}
	if n := len(shown.text); n > maxBytes+2*len("…") {
		t.Errorf("%d bytes are shown", n)
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("\tif x := \"日本\" {", 9, 17)
	f.Add(strings.Repeat("é", 300), 301, 302)
	f.Add("\xff\x00", 1, 2)
	f.Fuzz(func(t *testing.T, line string, from, to int) {
		if from < 0 || to < from || to > len(line) {
			return
		}
		shown := layout(line, from, to)
		if shown.from < 0 || shown.to <= shown.from {
			t.Errorf("layout(%q, %d, %d) underlines columns %d to %d", line, from, to, shown.from, shown.to)
		}
		if strings.ContainsAny(shown.text, "\x1b\t\n\r") {
			t.Errorf("layout(%q, %d, %d) shows %q", line, from, to, shown.text)
		}
	})
}
