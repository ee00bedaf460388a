package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"text/template"

	"github.com/leapguard/leapguard/internal/rule"
)

var optionsTemplate = template.Must(template.New("options").Funcs(template.FuncMap{"value": optionValue}).Parse(
	`Set in [.leapguard.yaml](../configuration.md#options), here to the defaults:

` + "```yaml" + `
options:
  {{.Slug}}:
{{- range .Check.Options}}
    {{.Name}}: {{value .Default}}
{{- end}}
` + "```" + `

| option | type | default | strict profile | meaning |
|---|---|---|---|---|
{{range .Check.Options}}| ` + "`{{.Name}}`" + ` | {{.Type}} | {{value .Default}} | {{value .Strict}} | {{.Doc}} |
{{end}}`))

// optionValue writes the value of an option as YAML and JSON both do.
func optionValue(v any) (string, error) {
	text, err := json.Marshal(v)
	if string(text) == "null" {
		return "[]", err
	}
	return strings.ReplaceAll(string(text), ",", ", "), err
}

// options shows the options of a check in the place of a line {{options}}.
func options(text string, r *rule.Rule) (string, error) {
	const line = "{{options}}\n"
	if want := len(r.Options) > 0; strings.Contains(text, line) != want {
		return "", fmt.Errorf("the page has the line %q: %t; the check has options: %t", strings.TrimSpace(line), !want, want)
	}
	var table bytes.Buffer
	if err := optionsTemplate.Execute(&table, r); err != nil {
		return "", err
	}
	return strings.Replace(text, line, table.String(), 1), nil
}
