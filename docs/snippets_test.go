package docs

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// from stands above every snippet of a page and names the file that it is: by
// its path from this directory, with # and a name for a part of an archive of
// the test scripts.
var from = regexp.MustCompile(`^<!-- from ([^ #]+)(?:#([^ ]+))? -->$`)

// TestSnippets checks that the snippets of pages are the files that tests run.
func TestSnippets(t *testing.T) {
	for name, least := range map[string]int{"integrations.md": 9, "suppressing.md": 6} {
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(strings.ReplaceAll(string(page), "\r\n", "\n"), "\n")
		snippets := 0
		for i := 0; i < len(lines); i++ {
			if !strings.HasPrefix(lines[i], "```") {
				continue
			}
			start := i + 1
			for i = start; i < len(lines) && lines[i] != "```"; i++ {
			}
			got := strings.Join(lines[start:i], "\n") + "\n"
			m := from.FindStringSubmatch(lines[start-2])
			if m == nil {
				t.Errorf("%s:%d: no comment above the snippet that names its file", name, start)
				continue
			}
			if want := source(t, m[1], m[2]); got != want {
				t.Errorf("%s:%d: the snippet is not %s#%s:\n%s\nwant\n%s", name, start, m[1], m[2], got, want)
			}
			snippets++
		}
		if snippets < least {
			t.Errorf("%s: %d snippets, want %d", name, snippets, least)
		}
	}
}

// source returns a file, or a part of an archive.
func source(t *testing.T, file, part string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Error(err)
		return ""
	}
	if part != "" {
		for _, f := range txtar.Parse(data).Files {
			if f.Name == part {
				data = f.Data
			}
		}
	}
	return strings.ReplaceAll(string(data), "\r\n", "\n")
}
