package integration

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strconv"
	"testing"
)

// TestVetCorpus compares go vet with the command, by file, line and rule.
func TestVetCorpus(t *testing.T) {
	tool := build(t)
	for _, dir := range corpus(t) {
		t.Run(dir, func(t *testing.T) {
			t.Parallel()
			compare(t, "go vet", byCommand(t, tool, dir), byVet(t, tool, dir))
		})
	}
}

var vetPosition = regexp.MustCompile(`^(.*):(\d+):\d+$`)

// byVet returns what go vet reports in a module. It has no reference date where there
// is no configuration; the command has one there on which nothing had ended.
func byVet(t *testing.T, tool, dir string) map[place]bool {
	t.Helper()
	found := make(map[place]bool)
	dec := json.NewDecoder(bytes.NewReader(output(t, dir, environment(), []int{0}, "go", "vet", "-json", "-vettool="+tool, "./...")))
	for dec.More() {
		var packages map[string]map[string]json.RawMessage
		if err := dec.Decode(&packages); err != nil {
			t.Fatal(err)
		}
		for pkg, bySlug := range packages {
			for slug, raw := range bySlug {
				var diagnostics []struct{ Posn string }
				if err := json.Unmarshal(raw, &diagnostics); err != nil {
					t.Fatalf("%s: %s: %s", pkg, slug, raw)
				}
				for _, d := range diagnostics {
					m := vetPosition.FindStringSubmatch(d.Posn)
					if m == nil {
						t.Fatalf("%s: %s: position %q", pkg, slug, d.Posn)
					}
					line, _ := strconv.Atoi(m[2])
					found[place{m[1], line, slug}] = true
				}
			}
		}
	}
	return found
}
