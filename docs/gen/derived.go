package main

import (
	"bytes"
	"path/filepath"
	"text/template"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/rule"
)

var buildTemplate = template.Must(template.New("BUILD").Funcs(template.FuncMap{
	"source": func(r *rule.Rule) string { return filepath.ToSlash(source(r)) },
}).Parse(`load("@rules_go//go:def.bzl", "nogo")

nogo(
    name = "leapguard_nogo",
    config = "nogo.json",
    visibility = ["//visibility:public"],
    deps = [
{{- range .}}
        "@com_github_leapguard_leapguard//{{source .}}",
{{- end}}
    ],
)
`))

// derived returns the files of docs, by name, that hold nothing but what the checks
// say: the schema of the configuration and the target of Bazel's nogo.
func derived() (map[string][]byte, error) {
	var checks []config.Check
	for _, r := range analyzers.All() {
		checks = append(checks, r.Check())
	}
	schema, err := config.Schema(checks)
	if err != nil {
		return nil, err
	}
	var build bytes.Buffer
	if err := buildTemplate.Execute(&build, analyzers.All()); err != nil {
		return nil, err
	}
	return map[string][]byte{
		"leapguard.schema.json":                          schema,
		filepath.Join("examples", "nogo", "BUILD.bazel"): build.Bytes(),
	}, nil
}
