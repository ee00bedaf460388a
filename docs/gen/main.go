// Gen writes the pages of the rules, docs/rules/*.md, from the checks: their
// metadata, their doc.go and their examples, which it runs. It also writes the
// table of the rules in the README, the schema of the configuration, a target for
// Bazel's nogo, and requirements.md from requirements.tsv and the tests.
//
// It is run by go generate in the directory docs.
package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"text/template"
	"time"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/engine"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/output"
	"github.com/leapguard/leapguard/internal/rule"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	pages, err := generate("..")
	if err != nil {
		log.Fatal(err)
	}
	old, err := filepath.Glob("rules/*.md")
	if err != nil {
		log.Fatal(err)
	}
	for _, name := range old {
		if _, ok := pages[filepath.Base(name)]; !ok {
			if err := os.Remove(name); err != nil {
				log.Fatal(err)
			}
		}
	}
	for name, page := range pages {
		if err := os.WriteFile(filepath.Join("rules", name), page, 0o666); err != nil {
			log.Fatal(err)
		}
	}
	overview, err := readme("..")
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("../README.md", overview, 0o666); err != nil {
		log.Fatal(err)
	}
	files, err := derived()
	if err != nil {
		log.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(name, text, 0o666); err != nil {
			log.Fatal(err)
		}
	}
	table, err := requirements(os.DirFS(".."))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("requirements.md", table, 0o666); err != nil {
		log.Fatal(err)
	}
}

// exampleDate is the reference date with which the examples are run.
var exampleDate = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// generate returns the files of docs/rules by name, for the module in root.
func generate(root string) (map[string][]byte, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	pages := make(map[string][]byte)
	for _, r := range analyzers.All() {
		page, err := rulePage(root, r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", r.Slug, err)
		}
		pages[r.Slug+".md"] = page
	}
	var index bytes.Buffer
	byFamily := make(map[rule.Family][]*rule.Rule)
	for _, r := range analyzers.All() {
		byFamily[r.Family] = append(byFamily[r.Family], r)
	}
	err = indexTemplate.Execute(&index, struct {
		Families []rule.Family
		Rules    map[rule.Family][]*rule.Rule
	}{analyzers.Families(), byFamily})
	if err != nil {
		return nil, err
	}
	pages["README.md"] = index.Bytes()
	return pages, nil
}

// source returns the directory of a check, relative to the module's root.
func source(r *rule.Rule) string {
	if r.Family == rule.Directive {
		return filepath.Join("analyzers", r.Slug)
	}
	return filepath.Join("analyzers", string(r.Family), r.Slug)
}

var funcs = template.FuncMap{
	"join":  strings.Join,
	"slash": filepath.ToSlash,
	"cwe": func(ids []int) string {
		var links []string
		for _, id := range ids {
			links = append(links, fmt.Sprintf("[CWE-%d](https://cwe.mitre.org/data/definitions/%[1]d.html)", id))
		}
		return strings.Join(links, ", ")
	},
}

var pageTemplate = template.Must(template.New("page").Funcs(funcs).Parse(
	`<!-- Generated from {{slash .Source}}/doc.go by go generate; do not edit. -->

# {{.Slug}}: {{.Title}}

| | |
|---|---|
| family | {{.Family}} |
| severity | {{.Severity}} |
| confidence | {{.Confidence}} |
| profile | {{.Profile}} |
| since | {{.Since}} |
{{- with .CWE}}
| weakness | {{cwe .}} |
{{- end}}
| suggested fix | {{.Fix}} |
{{- if .DateDependent}}
| reference date | needed; silent without one |
{{- end}}
{{- if .SilentInTests}}
| test files | silent |
{{- end}}
{{- with .Overlaps}}
| overlaps | {{join . ", "}} |
{{- end}}
{{- with .Was}}
| former names | {{join . ", "}} |
{{- end}}

{{.Text}}`))

var indexTemplate = template.Must(template.New("index").Funcs(funcs).Parse(
	`<!-- Generated from the checks by go generate; do not edit. -->

# Rules

` + "`leapguard explain RULE`" + ` prints the same pages.
{{- range .Families}}

## {{.}}

| rule | severity | profile | reports |
|---|---|---|---|
{{- range index $.Rules .}}
| [{{.Slug}}]({{.Slug}}.md) | {{.Severity}} | {{.Profile}} | {{.Title}} |
{{- end}}
{{- end}}
`))

// heading matches the headings of a page, which stand one level below its
// title.
var heading = regexp.MustCompile(`(?m)^# `)

func rulePage(root string, r *rule.Rule) ([]byte, error) {
	text := rule.PageText(r.Page)
	if text == "" {
		return nil, fmt.Errorf("doc.go has no page")
	}
	example, err := examples(filepath.Join(root, source(r), "testdata"), r)
	if err != nil {
		return nil, err
	}
	text = heading.ReplaceAllString(text, "## ")
	text = strings.Replace(text, "{{example}}\n", example, 1)
	if text, err = options(text, r); err != nil {
		return nil, err
	}
	var page bytes.Buffer
	err = pageTemplate.Execute(&page, struct {
		rule.Meta
		Source, Text string
	}{r.Meta, source(r), text})
	return page.Bytes(), err
}

// examples shows the reported and the silent example of a check, and what
// leapguard prints for them.
func examples(testdata string, r *rule.Rule) (text string, err error) {
	dir, err := os.MkdirTemp("", "leapguard-gen")
	if err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	// Findings have the columns of what the page shows, so the expectations go
	// first.
	if err := os.CopyFS(dir, os.DirFS(testdata)); err != nil {
		return "", err
	}
	reported, silent := filepath.Join(dir, "example", "reported"), filepath.Join(dir, "example", "silent")
	var out strings.Builder
	if err := listing(&out, reported); err != nil {
		return "", err
	}
	out.WriteString("\nleapguard prints:\n\n```text\n")
	findings, err := run(dir, r, "./example/reported")
	if err != nil {
		return "", err
	}
	if len(findings) == 0 {
		return "", fmt.Errorf("nothing is reported in example/reported")
	}
	for i := range findings {
		findings[i].URL = "" // that of the page
	}
	err = output.Text(&out, &output.Report{Dir: reported, Findings: findings}, output.TextOptions{Frames: true})
	if err != nil {
		return "", err
	}
	out.WriteString("```\n\nNothing is reported here:\n\n")
	if err := listing(&out, silent); err != nil {
		return "", err
	}
	findings, err = run(dir, r, "./example/silent")
	if err == nil && len(findings) > 0 {
		err = fmt.Errorf("example/silent is not: %s", findings[0].Message)
	}
	return out.String(), err
}

// listing shows the Go files of a directory, from which it removes the
// expectations.
func listing(out *strings.Builder, dir string) error {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return fmt.Errorf("no example/%s/*.go", filepath.Base(dir))
	}
	for i, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		text = withoutWant(text)
		if err := os.WriteFile(name, text, 0o666); err != nil {
			return err
		}
		if i > 0 {
			out.WriteByte('\n')
		}
		fmt.Fprintf(out, "```go\n%s```\n", text)
	}
	return nil
}

// want matches the comments with which tests expect findings.
var want = regexp.MustCompile(`(?m)[ \t]*// want .*$|/\* want [^\n]*? \*/ ?`)

func withoutWant(text []byte) []byte { return want.ReplaceAll(text, nil) }

// run returns what a check reports in the packages of a directory.
func run(dir string, r *rule.Rule, pattern string) ([]finding.Finding, error) {
	result, err := engine.Run(context.Background(), engine.Options{
		Dir:   dir,
		Rules: []*rule.Rule{r},
		Config: func(string) (*config.Config, error) {
			return &config.Config{Now: exampleDate, Profile: config.Strict}, nil
		},
	}, pattern)
	if err != nil {
		return nil, err
	}
	for _, e := range result.Skipped {
		return nil, e
	}
	for _, e := range result.Internal {
		return nil, e
	}
	return result.Findings, nil
}
