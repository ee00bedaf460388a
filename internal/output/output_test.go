package output

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/internal/finding"
)

// report returns a report on the given source of one file, src/a.go in the
// repository /repo, seen from /repo/src.
func report(source string, findings ...finding.Finding) *Report {
	for i := range findings {
		findings[i].File = "/repo/src/a.go"
		for j := range findings[i].Related {
			findings[i].Related[j].File = "/repo/src/a.go"
		}
		for _, fix := range findings[i].Fixes {
			for j := range fix.Edits {
				fix.Edits[j].File = "/repo/src/a.go"
			}
		}
	}
	return &Report{
		Version:  "1.2.3",
		Now:      time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC),
		Dir:      "/repo/src",
		Root:     "/repo",
		Findings: findings,
		Read: func(name string) ([]byte, error) {
			if name != "/repo/src/a.go" {
				return nil, errors.New("no such file")
			}
			return []byte(source), nil
		},
	}
}

func at(line, column, endLine, endColumn int) finding.Range {
	return finding.Range{Line: line, Column: column, EndLine: endLine, EndColumn: endColumn}
}

func TestRepositoryRoot(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "a", "b")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if got := RepositoryRoot(dir); got != dir {
		t.Errorf("without .git: %s, want the directory itself", got)
	}
	// In a linked worktree or a submodule .git is a file.
	if err := os.WriteFile(filepath.Join(root, ".git"), []byte("gitdir: elsewhere\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if got := RepositoryRoot(dir); got != root {
		t.Errorf("below .git: %s, want %s", got, root)
	}
}

func TestJSON(t *testing.T) {
	r := report("package a\n\nvar t = 1\n", finding.Finding{
		Range:       at(3, 5, 3, 6),
		Analyzer:    "yearadd",
		Message:     "a < b && c",
		Severity:    finding.Error,
		URL:         "https://example.com/yearadd.md",
		Fingerprint: "00ff",
		Related:     []finding.Related{{Range: at(1, 1, 1, 8), Message: "here"}},
		Fixes:       []finding.Fix{{Message: "do", Safe: true, Edits: []finding.Edit{{Range: at(3, 5, 3, 6), NewText: "u"}}}},
	})
	r.Problems = []Problem{
		{Package: "example.com/b", File: "/repo/b/b.go", Line: 4, Column: 2, Message: "undefined: x"},
		{Message: "panic\ngoroutine 7", Internal: true},
	}
	const want = `{
  "version": 1,
  "tool": {
    "name": "leapguard",
    "version": "1.2.3"
  },
  "now": "2026-11-22",
  "findings": [
    {
      "analyzer": "yearadd",
      "file": "a.go",
      "line": 3,
      "column": 5,
      "end_line": 3,
      "end_column": 6,
      "message": "a < b && c",
      "severity": "error",
      "url": "https://example.com/yearadd.md",
      "fingerprint": "00ff",
      "related": [
        {
          "file": "a.go",
          "line": 1,
          "column": 1,
          "end_line": 1,
          "end_column": 8,
          "message": "here"
        }
      ],
      "fixes": [
        {
          "message": "do",
          "safe": true,
          "edits": [
            {
              "file": "a.go",
              "line": 3,
              "column": 5,
              "end_line": 3,
              "end_column": 6,
              "new_text": "u"
            }
          ]
        }
      ]
    }
  ],
  "errors": [
    {
      "kind": "package",
      "package": "example.com/b",
      "file": "../b/b.go",
      "line": 4,
      "column": 2,
      "message": "undefined: x"
    },
    {
      "kind": "internal",
      "message": "panic"
    }
  ]
}
`
	var got strings.Builder
	if err := JSON(&got, r); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("got\n%s\nwant\n%s", got.String(), want)
	}
}
