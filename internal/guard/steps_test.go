package guard

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
)

// result hands out what Core found of a package.
var result = &analysis.Analyzer{
	Name:       "result",
	Doc:        "hands out what Core found",
	Requires:   []*analysis.Analyzer{Core.Analyzer},
	ResultType: reflect.TypeFor[*Package](),
	Run:        func(pass *analysis.Pass) (any, error) { return pass.ResultOf[Core.Analyzer], nil },
}

// packageOf returns what Core finds of a package with a danger, Wipe, a check,
// Ok, and a function F with a body.
func packageOf(t *testing.T, body string) *Package {
	t.Helper()
	dir := t.TempDir()
	files := map[string]string{
		"go.mod": "module example.com/steps\n\ngo 1.26\n",
		"steps.go": `package steps

type Disk struct{ next *Disk }

//leapguard:danger format d
func Wipe(d *Disk) {}

//leapguard:check format d when=true
func Ok(d *Disk) bool { return true }

func F(d *Disk, n int, s string, set []bool) {
` + body + `}
`,
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return analysistest.Run(t, dir, result, ".")[0].Result.(*Package)
}

// stateMachine returns a loop over a switch of n cases, each of which goes on to
// the next behind a check.
func stateMachine(n int) string {
	var b strings.Builder
	b.WriteString("for {\nswitch n {\n")
	for i := range n {
		fmt.Fprintf(&b, "case %d:\nif s == \"%[1]d\" && Ok(d) {\nn = %d\n}\n", i, i+1)
	}
	b.WriteString("default:\nWipe(d)\n}\n}\n")
	return b.String()
}

// forks returns n statements one after another, each with paths that are checked
// and one that is not.
func forks(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "if set[%d] {\nif !Ok(d) {\nreturn\n}\nWipe(d)\n} else if set[%d] {\nWipe(d)\n}\n", i, i+1)
	}
	return b.String()
}

// TestSteps tests that the work grows with the size of a function, with its
// square at most, and that what is found does not get lost.
func TestSteps(t *testing.T) {
	for _, tt := range []struct {
		name         string
		body         string
		steps, sites int
	}{
		{"state machine", stateMachine(25), 5 * 25 * 25, 1},
		{"large state machine", stateMachine(200), 5 * 200 * 200, 1},
		{"forks", forks(25), 30 * 25, 25},
		{"many forks", forks(400), 30 * 400, 400},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := packageOf(t, tt.body)
			s := p.solve(p.prog.Package().Func("F"))
			t.Logf("%d steps", s.steps)
			if s.steps > tt.steps {
				t.Errorf("took %d steps, want at most %d", s.steps, tt.steps)
			}
			if got := len(p.Unguarded()); got != tt.sites {
				t.Errorf("found %d unguarded calls, want %d", got, tt.sites)
			}
		})
	}
}

// TestExhausted tests that nothing is known of a function that takes too many
// steps.
func TestExhausted(t *testing.T) {
	p := packageOf(t, "Wipe(d)\n")
	fn := p.prog.Package().Func("F")
	if len(p.Unguarded()) != 1 {
		t.Fatalf("found %d unguarded calls, want 1", len(p.Unguarded()))
	}
	p.solve(fn).spend(maxSteps + 1)
	p.inferNeeds()
	if len(p.Unguarded()) != 0 {
		t.Errorf("found %d unguarded calls behind the bound, want none", len(p.Unguarded()))
	}
}
