package staticcert

import (
	"os"
	"path/filepath"
	"testing"
)

// TestInRepository: a module is looked for in the nearest repository or module around
// it, and not further up.
func TestInRepository(t *testing.T) {
	base := filepath.Join(t.TempDir(), "examples")
	for _, name := range []string{"repo/.git/HEAD", "repo/go.mod", "repo/examples/term/go.mod", "repo/x/y/go.mod", "outer/go.mod", "outer/demo/go.mod", "clone/.git/HEAD", "clone/a/go.mod"} {
		file := filepath.Join(base, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for root, want := range map[string]string{"repo": "", "repo/examples/term": "examples/term", "repo/x/y": "x/y", "outer/demo": "demo", "clone/a": "a", "clone": ""} {
		if got := filepath.ToSlash(inRepository(filepath.Join(base, filepath.FromSlash(root)))); got != want {
			t.Errorf("%s lies in %q, want %q", root, got, want)
		}
	}
}
