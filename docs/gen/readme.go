package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"text/template"

	"github.com/leapguard/leapguard/analyzers"
)

// The markers around the table of the rules in the README.
const (
	rulesBegin = "<!-- rules:begin -->\n"
	rulesEnd   = "<!-- rules:end -->\n"
)

var tableTemplate = template.Must(template.New("table").Parse(
	`| family | rule | severity | reports |
|---|---|---|---|
{{range call .}}| {{.Family}} | [{{.Slug}}](docs/rules/{{.Slug}}.md)
{{- if eq .Profile "strict"}} (strict){{end}} | {{.Severity}} | {{.Title}} |
{{end}}`))

// readme returns the README of the module in root with a new table of the
// rules between the markers.
func readme(root string) ([]byte, error) {
	text, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		return nil, err
	}
	before, rest, ok1 := bytes.Cut(text, []byte(rulesBegin))
	_, after, ok2 := bytes.Cut(rest, []byte(rulesEnd))
	if !ok1 || !ok2 {
		return nil, errors.New("README.md: no markers for the table of the rules")
	}
	var out bytes.Buffer
	out.Write(before)
	out.WriteString(rulesBegin)
	if err := tableTemplate.Execute(&out, analyzers.All); err != nil {
		return nil, err
	}
	out.WriteString(rulesEnd)
	out.Write(after)
	return out.Bytes(), nil
}
