package config

import (
	"slices"
	"strings"
)

// A key is one of the file's, as the schema and the sample show it.
type key struct {
	name   string
	doc    string // sentences
	schema func([]Check) schema
	// sample returns lines of YAML that set the key, as far as possible to its
	// default.
	sample func(checks []Check, now string) []string
}

// keys are those of the file, in the order of the sample.
var keys = []key{
	{
		name:   "now",
		doc:    "The date that date-dependent checks compare with, YYYY-MM-DD. Without one it is\nthe day of the run, in UTC.",
		schema: fixed(schema{"type": "string", "pattern": `^\d{4}-\d{2}-\d{2}$`}),
		sample: func(_ []Check, now string) []string { return []string{"now: " + now} },
	},
	{
		name:   "profile",
		doc:    "The checks that are on: default, or strict for all of them.",
		schema: fixed(schema{"enum": []Profile{Default, Strict}, "default": Default}),
		sample: lines("profile: default"),
	},
	{
		name:   "generated",
		doc:    "Whether to report in files marked as generated.",
		schema: fixed(schema{"type": "boolean", "default": false}),
		sample: lines("generated: false"),
	},
	{
		name:   "baseline",
		doc:    "A file of known findings, which are not reported. leapguard baseline write\nmakes it; without the key there is none.",
		schema: fixed(schema{"type": "string", "minLength": 1}),
		sample: lines("baseline: .leapguard-baseline.json"),
	},
	{
		name:   "checks",
		doc:    "Checks, families of them or all, on or off; the last that applies wins. These are\nthe checks of the profile default.",
		schema: fixed(schema{"$ref": "#/definitions/checks"}),
		sample: sampleChecks,
	},
	{
		name:   "paths",
		doc:    "The same for some files; the last entry that matches wins. A ** at the end stands\nfor everything below.",
		schema: fixed(schema{"type": "array", "items": schema{"$ref": "#/definitions/path"}}),
		sample: lines("paths:", "  - match: internal/legacy/**", "    checks: {all: true}"),
	},
	{
		name:   "options",
		doc:    "What single checks let be set. leapguard explain CHECK tells more.",
		schema: optionsSchema,
		sample: sampleOptions,
	},
	{
		name:   "models",
		doc:    "What destroys and what guards in other modules.",
		schema: fixed(schema{"type": "array", "items": schema{"$ref": "#/definitions/model"}}),
		sample: lines("models:", "  - func: (*example.com/disks.Disk).Format", "    danger: {kind: format, obj: recv}"),
	},
}

func fixed(s schema) func([]Check) schema { return func([]Check) schema { return s } }

func lines(list ...string) func([]Check, string) []string {
	return func([]Check, string) []string { return list }
}

// families returns the families of the checks, in order.
func families(checks []Check) []string {
	var list []string
	for _, k := range checks {
		if !slices.Contains(list, k.Family) {
			list = append(list, k.Family)
		}
	}
	return list
}

// oneLine puts sentences on one line.
func oneLine(doc string) string { return strings.ReplaceAll(doc, "\n", " ") }
