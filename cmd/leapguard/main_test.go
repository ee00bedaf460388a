package main

import (
	"context"
	"errors"
	"go/ast"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// sureRule reports the calls of the function sure.
func sureRule(severity finding.Severity) *rule.Rule {
	return rule.New(rule.Def{
		Meta: rule.Meta{
			Slug: "surecall", Title: "calls of sure", Family: rule.Date, Severity: severity,
			Profile: config.Default, Triggers: rule.Triggers{{"sure"}},
		},
		Run: func(p *rule.Pass) error {
			for _, f := range p.Files {
				ast.Inspect(f, func(n ast.Node) bool {
					call, ok := n.(*ast.CallExpr)
					if !ok {
						return true
					}
					if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "sure" {
						p.Report(analysis.Diagnostic{Pos: call.Pos(), End: call.End(), Message: "sure is called"})
					}
					return true
				})
			}
			return nil
		},
	})
}

// panicRule panics where the word doubtful occurs.
func panicRule() *rule.Rule {
	return rule.New(rule.Def{
		Meta: rule.Meta{Slug: "panics", Title: "panics", Family: rule.Date, Profile: config.Default, Triggers: rule.Triggers{{"doubtful"}}},
		Run:  func(*rule.Pass) error { panic("as it must") },
	})
}

// module makes a module of one package, with a call of sure and one of
// doubtful, and changes to it.
func module(t *testing.T) {
	t.Helper()
	t.Setenv("GOFLAGS", "")
	dir := t.TempDir()
	for name, text := range map[string]string{"go.mod": "module example.com/m\n\ngo 1.26\n", "a.go": twoCalls} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	t.Chdir(dir)
}

// run returns the exit code and the output of a command line.
func run(ctx context.Context, rules []*rule.Rule, args ...string) (code int, stdout, stderr string) {
	var out, err strings.Builder
	a := &app{
		rules:  rules,
		stdout: &out,
		stderr: &err,
		getenv: func(string) string { return "" },
		now:    func() time.Time { return time.Date(2026, 11, 22, 23, 59, 59, 0, time.FixedZone("west", -8*60*60)) },
	}
	code = a.main(ctx, args)
	return code, out.String(), err.String()
}

const twoCalls = `package a

func sure()
func doubtful()

func f() {
	sure()
	doubtful()
}
`

func TestFailOn(t *testing.T) {
	module(t)
	for _, tt := range []struct {
		severity finding.Severity
		args     []string
		want     int
	}{
		{finding.Error, nil, exitFindings},
		{finding.Warning, nil, exitFindings},
		{finding.Info, nil, exitClean},
		{finding.Info, []string{"--fail-on", "info"}, exitFindings},
		{finding.Warning, []string{"--fail-on", "error"}, exitClean},
		{finding.Error, []string{"--fail-on", "error"}, exitFindings},
	} {
		code, stdout, stderr := run(t.Context(), []*rule.Rule{sureRule(tt.severity)}, append(tt.args, "--no-frames")...)
		if code != tt.want {
			t.Errorf("%v %v: exit code %d, want %d: %s", tt.severity, tt.args, code, tt.want, stderr)
		}
		if want := "a.go:7:2: " + tt.severity.String() + ": sure is called (surecall)\n"; stdout != want {
			t.Errorf("%v %v: printed %q, want %q", tt.severity, tt.args, stdout, want)
		}
	}
}

// A check that panics costs the exit code 2, not the findings of the others.
func TestPanic(t *testing.T) {
	module(t)
	rules := []*rule.Rule{sureRule(finding.Error), panicRule()}
	code, stdout, stderr := run(t.Context(), rules, "--no-frames")
	if code != exitUsage {
		t.Errorf("exit code %d, want %d", code, exitUsage)
	}
	if !strings.Contains(stdout, "sure is called") {
		t.Errorf("the findings of the other check are missing: %q", stdout)
	}
	for _, want := range []string{"panics", "example.com/m", "as it must"} {
		if !strings.Contains(stderr, want) {
			t.Errorf("the error does not name %q:\n%s", want, stderr)
		}
	}
	_, stdout, _ = run(t.Context(), rules, "-f", "json")
	if !strings.Contains(stdout, `"kind": "internal"`) || strings.Contains(stdout, "goroutine") {
		t.Errorf("the document does not tell of the panic, or tells too much:\n%s", stdout)
	}
}

func TestInterrupt(t *testing.T) {
	module(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	code, stdout, stderr := run(ctx, []*rule.Rule{sureRule(finding.Error)})
	if code != exitUsage || stdout != "" || !strings.HasPrefix(stderr, "leapguard: interrupted; ") {
		t.Errorf("exit code %d, stdout %q, stderr %q", code, stdout, stderr)
	}
}

// Today is a day of UTC, whatever the zone of the clock.
func TestToday(t *testing.T) {
	module(t)
	_, _, stderr := run(t.Context(), []*rule.Rule{sureRule(finding.Error)})
	if want := "reference date 2026-11-23\n"; !strings.HasSuffix(stderr, want) {
		t.Errorf("%q does not end with %q", stderr, want)
	}
}

func TestExitCode(t *testing.T) {
	found := []finding.Finding{{Severity: finding.Error}}
	skipped := []engine.PackageError{{Package: "a"}}
	internal := []error{errors.New("panic")}
	for _, tt := range []struct {
		result engine.Result
		want   int
	}{
		{engine.Result{}, exitClean},
		{engine.Result{Findings: found}, exitFindings},
		{engine.Result{Findings: found, Skipped: skipped}, exitSkipped},
		{engine.Result{Findings: found, Skipped: skipped, Internal: internal}, exitUsage},
	} {
		if got := exitCode(&tt.result, finding.Warning); got != tt.want {
			t.Errorf("%+v: exit code %d, want %d", tt.result, got, tt.want)
		}
	}
}

func TestSplitPosition(t *testing.T) {
	for _, tt := range []struct {
		pos, file    string
		line, column int
	}{
		{"", "", 0, 0},
		{"-", "", 0, 0},
		{"/m/a.go", "/m/a.go", 0, 0},
		{"/m/a.go:3", "/m/a.go", 3, 0},
		{"/m/a.go:3:14", "/m/a.go", 3, 14},
		{`C:\m\a.go:3:14`, `C:\m\a.go`, 3, 14},
	} {
		file, line, column := splitPosition(tt.pos)
		if file != tt.file || line != tt.line || column != tt.column {
			t.Errorf("%q: %q, %d, %d", tt.pos, file, line, column)
		}
	}
}

func TestIsVet(t *testing.T) {
	for args, want := range map[string]bool{
		"":                            false,
		"./...":                       false,
		"-f json ./...":               false,
		"-V=full":                     true,
		"-flags":                      true,
		"/tmp/b001/vet.cfg":           true,
		"-json -yearadd /tmp/vet.cfg": true,
	} {
		if got := isVet(strings.Fields(args)); got != want {
			t.Errorf("isVet(%q) = %v", args, got)
		}
	}
}
