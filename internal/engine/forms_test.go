package engine

import (
	"slices"
	"strings"
	"testing"
)

func TestForms(t *testing.T) {
	for name, archive := range forms {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := unpack(t, archive)
			patterns := []string{"./..."}
			if strings.Contains(archive, "go.work") {
				patterns = []string{"./m/...", "./n/..."}
			}
			opts := options(dir, markrule())
			got := lines(describe(dir, mustRun(t, opts, patterns...).Findings))
			if want := expected(archive); !slices.Equal(got, want) {
				t.Errorf("findings at %v, want %v", got, want)
			}
			opts.NoTriggers = true
			if all := lines(describe(dir, mustRun(t, opts, patterns...).Findings)); !slices.Equal(got, all) {
				t.Errorf("without triggers: findings at %v, with: %v", all, got)
			}
		})
	}
}

// lines cuts descriptions to "file:line".
func lines(descriptions []string) []string {
	var out []string
	for _, d := range descriptions {
		place, _, _ := strings.Cut(d, " ")
		out = append(out, place)
	}
	slices.Sort(out)
	return out
}
