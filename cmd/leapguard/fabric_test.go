package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/leapguard/leapguard/analyzers"
)

// unsuppressed are the words by which findings are suppressed or waived in comments.
var unsuppressed = []string{"leapguard:ignore", "leapguard:ok", "nolint", "lint:ignore"}

// TestFabric: leapguard finds nothing in the reference library, in its strict profile,
// whatever the configuration turns off and with nothing suppressed, and the audit finds
// a guard on every way to what destroys. LD-42.
func TestFabric(t *testing.T) {
	t.Chdir("../..")
	empty := filepath.Join(t.TempDir(), "empty.yaml")
	if err := os.WriteFile(empty, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	code, stdout, stderr := run(t.Context(), analyzers.All(), "--config", empty, "--now", "2013-02-22", "--profile", "strict", "--fail-on", "info", "-f", "json", "./fabric/...")
	var report struct{ Findings, Errors []any }
	if err := json.Unmarshal([]byte(stdout), &report); err != nil || len(report.Findings)+len(report.Errors) > 0 {
		t.Errorf("%v\n%s", err, stdout)
	}
	if code != exitClean {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	code, stdout, stderr = run(t.Context(), analyzers.All(), "audit", "--fail-unguarded", "./fabric/...")
	if code != exitClean {
		t.Errorf("audit: exit code %d\n%s%s", code, stdout, stderr)
	}
	for _, danger := range []string{"h.reinit(...)", "v.quickFormat(...)", "n.prepare(...)"} {
		if !strings.Contains(stdout, danger) {
			t.Errorf("the audit lacks %s:\n%s", danger, stdout)
		}
	}
	for _, word := range []string{"unguarded", "waived", "unresolved"} {
		if strings.Contains(stdout, word) {
			t.Errorf("the audit lists something %s:\n%s", word, stdout)
		}
	}
	err := filepath.WalkDir("fabric", func(name string, _ fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" {
			return err
		}
		src, err := os.ReadFile(name)
		for _, word := range unsuppressed {
			if strings.Contains(string(src), word) {
				t.Errorf("%s has %s", name, word)
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// guards are the guards that the audit lists, and what leaves them out.
var guards = []struct{ file, guard, without string }{
	{"fabric/stamp/prepare.go", "if !n.Unprotected {", "if false {"},
	{"fabric/stamp/prepare.go", "if err := p.Consume(now, Prepare, permit.Resource(n.ID), epoch); err != nil {", "if err := error(nil); err != nil {"},
	{"fabric/stamp/node.go", "if !v.offline() {", "if false {"},
	{"fabric/cluster/host.go", "if vm.Disposable {", "if true {"},
	{"fabric/cluster/repair.go", "if err := c.authorize(now, n, intent); err != nil {", "if err := error(nil); err != nil {"},
	{"fabric/cluster/heal.go", "if err := c.withdraw(now, key, n); err != nil {\n\t\treturn nil", "if _, err := key, error(nil); err != nil {\n\t\treturn nil"},
	{"fabric/cluster/heal.go", "if err := c.withdraw(now, key, n); err != nil {\n\t\tif !open", "if _, err := key, error(nil); err != nil {\n\t\tif !open"},
	{"fabric/cluster/heal.go", "ticket, err := c.budget.Begin(now, key, string(to.ID))", "ticket, err := new(breaker.Ticket), error(nil)"},
}

// TestFabricWithoutGuard: with any one guard left out that the audit lists, leapguard
// reports the way.
func TestFabricWithoutGuard(t *testing.T) {
	t.Chdir("../..")
	listed, tried := auditedGuards(t), []string(nil)
	for _, test := range guards {
		src, err := os.ReadFile(test.file)
		if err != nil {
			t.Fatal(err)
		}
		before, _, _ := strings.Cut(string(src), test.guard)
		tried = append(tried, fmt.Sprintf("%s:%d", test.file, strings.Count(before, "\n")+1))
		t.Run(test.guard, func(t *testing.T) {
			overlay := replace(t, test.file, test.guard, test.without)
			code, stdout, stderr := run(t.Context(), analyzers.All(), "--no-frames", "--overlay", overlay, "./fabric/...")
			if code != exitFindings || !strings.Contains(stdout, "(unguarded)") {
				t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
			}
		})
	}
	slices.Sort(tried)
	if !slices.Equal(listed, tried) {
		t.Errorf("the audit lists the guards\n%s\ntried are\n%s", strings.Join(listed, "\n"), strings.Join(tried, "\n"))
	}
}

// auditedGuards returns the places of the checks that the audit of fabric lists, in
// order.
func auditedGuards(t *testing.T) []string {
	t.Helper()
	code, stdout, stderr := run(t.Context(), analyzers.All(), "audit", "-f", "json", "./fabric/...")
	var report struct {
		Dangers []struct {
			Status string
			Check  struct {
				File string
				Line int
			}
		}
	}
	if err := json.Unmarshal([]byte(stdout), &report); err != nil || code != exitClean {
		t.Fatalf("exit code %d, %v\n%s", code, err, stderr)
	}
	var places []string
	for _, d := range report.Dangers {
		if d.Status != "guarded" {
			t.Errorf("%+v is not guarded", d)
		}
		places = append(places, fmt.Sprintf("%s:%d", d.Check.File, d.Check.Line))
	}
	slices.Sort(places)
	return slices.Compact(places)
}

// replace returns an overlay in which a text of a file is another one.
func replace(t *testing.T, file, old, text string) string {
	t.Helper()
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(string(src), old) != 1 {
		t.Fatalf("%s does not have %q once", file, old)
	}
	dir := t.TempDir()
	mutant := filepath.Join(dir, "mutant.go")
	abs, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := json.Marshal(map[string]any{"Replace": map[string]string{abs: mutant}})
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(dir, "overlay.json")
	for name, data := range map[string][]byte{mutant: []byte(strings.Replace(string(src), old, text, 1)), overlay: doc} {
		if err := os.WriteFile(name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return overlay
}
