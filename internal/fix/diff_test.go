package fix_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/internal/fix"
)

func TestDiff(t *testing.T) {
	dir := t.TempDir()
	change := func(name, before, after string) fix.Change {
		return fix.Change{Name: filepath.Join(dir, filepath.FromSlash(name)), Before: []byte(before), After: []byte(after)}
	}
	for _, tc := range []struct {
		name   string
		change fix.Change
		want   string
	}{
		{"plain", change("a/b.go", "1\n2\n3\n", "1\nx\n3\n"), "--- a/a/b.go\n+++ b/a/b.go\n@@ -1,3 +1,3 @@\n 1\n-2\n+x\n 3\n"},
		{"no last line end", change("b.go", "1\n2", "1\n2\n"), "--- a/b.go\n+++ b/b.go\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+2\n"},
		{"lines of Windows", change("b.go", "1\r\n2\r\n", "1\r\n3\r\n"), "--- a/b.go\n+++ b/b.go\n@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+3\r\n"},
		{"blank in the name", change("ä b.go", "1\n", "2\n"), "--- a/ä b.go\t\n+++ b/ä b.go\t\n@@ -1 +1 @@\n-1\n+2\n"},
		{"quote in the name", change(`a"b.go`, "1\n", "2\n"), "--- \"a/a\\\"b.go\"\n+++ \"b/a\\\"b.go\"\n@@ -1 +1 @@\n-1\n+2\n"},
	} {
		var out strings.Builder
		hidden, err := (&fix.Plan{Changes: []fix.Change{tc.change}}).Diff(&out, dir)
		if err != nil || len(hidden) > 0 || out.String() != tc.want {
			t.Errorf("%s: got\n%q\nwant\n%q (hidden %q, %v)", tc.name, out.String(), tc.want, hidden, err)
		}
	}
}

// TestDiffSecret: keys are not printed as the lines around a change, and a diff that
// cannot do without them is not printed.
func TestDiffSecret(t *testing.T) {
	body := strings.Repeat("MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF", 2)
	key := "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n"
	name := filepath.Join(t.TempDir(), "a.go")
	beside := fix.Change{Name: name, Before: []byte("package p\n\nconst k = `\n" + key + "`\nvar x = 1\n"), After: []byte("package p\n\nconst k = `\n" + key + "`\nvar x = 2\n")}
	within := fix.Change{Name: name, Before: beside.Before, After: []byte("package p\n")}
	for _, tc := range []struct {
		change fix.Change
		hidden bool
	}{{beside, false}, {within, true}} {
		var out strings.Builder
		hidden, err := (&fix.Plan{Changes: []fix.Change{tc.change}}).Diff(&out, filepath.Dir(name))
		if err != nil || strings.Contains(out.String(), body) || len(hidden) > 0 != tc.hidden || strings.Contains(out.String(), "+var x = 2") == tc.hidden {
			t.Errorf("hidden %q, %v:\n%s", hidden, err, &out)
		}
	}
}
