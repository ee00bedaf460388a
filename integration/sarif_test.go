// Package integration holds the tests that need dependencies which leapguard
// itself does not.
package integration

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	// The module ships the schema of SARIF as a constant of its source.
	_ "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestSARIF validates logs against the schema of SARIF 2.1.0, and with the
// rules of Microsoft's SARIF multitool.
func TestSARIF(t *testing.T) {
	schema := sarifSchema(t)
	tool := build(t)
	logs := t.TempDir()
	for name, dir := range corpora(t) {
		t.Run(name, func(t *testing.T) {
			log := report(t, tool, dir, "sarif")
			validate(t, schema, log)
			write(t, filepath.Join(logs, name+".sarif"), log)
		})
	}
	t.Run("multitool", func(t *testing.T) {
		for _, r := range multitool(t, filepath.Join(logs, "*.sarif")) {
			t.Errorf("%s: %s in %s: %s", r.Level, r.RuleID, r.file(), r.Message.Arguments)
		}
	})
}

// corpora returns the directories of modules with findings and errors, by name.
func corpora(t *testing.T) map[string]string {
	t.Helper()
	dirs, err := filepath.Glob("../analyzers/*/*/testdata")
	if err != nil || len(dirs) == 0 {
		t.Fatal("no testdata", err)
	}
	out := map[string]string{"mixed": mixedModule(t)}
	for _, dir := range dirs {
		out[filepath.Base(filepath.Dir(dir))] = dir
	}
	return out
}

// report runs leapguard in a directory where there is something to report.
func report(t *testing.T, tool, dir, format string) []byte {
	t.Helper()
	cmd := exec.Command(tool, "-f", format, "--profile", "strict", "--fail-on", "info", "--now", "2026-11-22", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GITHUB_STEP_SUMMARY=")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if exit := (*exec.ExitError)(nil); !errors.As(err, &exit) || exit.ExitCode() == 2 {
		t.Fatalf("want findings: %v\n%s", err, &stderr)
	}
	return out
}

func validate(t *testing.T, schema *jsonschema.Schema, document []byte) {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Errorf("%v", err)
	}
}

// TestSARIFSchema shows that the schema rejects something.
func TestSARIFSchema(t *testing.T) {
	schema := sarifSchema(t)
	for _, log := range []string{
		`{"version": "2.1.0"}`,
		`{"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}`,
		`{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "a"}}, "results": [{"level": "fatal", "message": {"text": "a"}}]}]}`,
	} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(log))
		if err != nil {
			t.Fatal(err)
		}
		if schema.Validate(doc) == nil {
			t.Errorf("%s is valid", log)
		}
	}
}

// mixedModule returns a module of packages with a finding, with a fix in a file
// of Windows, and with what does not type-check, in files whose names need
// escapes.
func mixedModule(t *testing.T) string {
	t.Helper()
	const source = `package a

import "time"

func next(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}
`
	const fixable = `package fix

import "time"

func Prev(t time.Time) string {
	println("𝄞é"); return t.AddDate(0, -1, 0).Format("2006-01")
}
`
	dir := t.TempDir()
	for name, text := range map[string]string{
		"go.mod":        "module example.com/m\n\ngo 1.26\n",
		".git":          "gitdir: elsewhere\n",
		"a/été 1.go":    source,
		"fix/b, c%.go":  strings.ReplaceAll(fixable, "\n", "\r\n"),
		"broken/a.go":   source + "var _ = missing\n",
		"broken/b 2.go": "package a\n",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	dir, err := exec.Command("go", "list", "-f", "{{.Dir}}", "github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif").Output()
	if err != nil {
		t.Fatal(err)
	}
	text := constant(t, filepath.Join(strings.TrimSpace(string(dir)), "schema.go"), "schema")
	return compile(t, "sarif-schema-2.1.0.json", text)
}

func compile(t *testing.T, name, text string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// constant returns the value of a string constant of a Go file.
func constant(t *testing.T, file, name string) string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	value := ""
	ast.Inspect(f, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && spec.Names[0].Name == name && len(spec.Values) == 1 {
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok {
				value, err = strconv.Unquote(lit.Value)
			}
		}
		return true
	})
	if err != nil || value == "" {
		t.Fatalf("no string constant %s in %s: %v", name, file, err)
	}
	return value
}
