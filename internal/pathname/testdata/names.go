// Package names passes paths to sink.
package names

import (
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

func sink(path string) {}

const empty = ""

func Elements(a, b string, n int) {
	sink(filepath.Join(a, "x", path.Join(b, "y"))) // want `4 elements`
	sink(a + "/" + b)                              // want `2 elements: b ""`
	sink(a + b)                                    // want `2 elements: b ""`
	sink(a + b + ".tmp")                           // want `2 elements`
	sink("/x/y-" + b)                              // want `2 elements`
	sink(fmt.Sprintf("%s/%d", a, n))               // want `2 elements`
	sink(fmt.Sprintf("%q/%s", a, b))               // want `1 elements`
	sink(filepath.Clean(join(a, b)))               // want `2 elements: b ""`
	sink(filepath.Join(a, empty))                  // want `2 elements:  ""`
}

func join(a, b string) string { return filepath.Join(a, b) }

func Tests(r *http.Request, a, b string) {
	q := r.FormValue("q")
	switch {
	case b == "x":
		sink(filepath.Join(a, b)) // want `^2 elements$`
	case b != ".":
		sink(filepath.Join(a, b)) // want `2 elements: b ""`
	case strings.HasPrefix(b, "."):
		sink(filepath.Join(a, b)) // want `^2 elements$`
	case filepath.IsLocal(b):
		sink(filepath.Join(a, b)) // want `^2 elements$`
	case q == "":
		sink(filepath.Join(a, q)) // want `^2 elements$`
	case filepath.IsLocal(q):
		sink(filepath.Join(a, q)) // want `2 elements: r.FormValue\("q"\) "\."`
	case !strings.Contains(q, ".."):
		sink(filepath.Join(a, q)) // want `^2 elements$`
	}
	if q != "" && !strings.Contains(q, "/") {
		sink(filepath.Join(a, q)) // want `2 elements: r.FormValue\("q"\) "\.\."`
	}
	if filepath.IsLocal(b) && b != "." {
		sink(filepath.Join(a, b)) // want `^2 elements$`
	}
	if filepath.IsLocal(b) {
		sink(filepath.Join(a, b)) // want `2 elements: b "\."`
	}
}

func Ways(a string, up bool) {
	b := os.Getenv("B")
	if up {
		b = "up"
	}
	sink(filepath.Join(a, strings.TrimSpace(b))) // want `2 elements: os.Getenv\("B"\) ""`
}
