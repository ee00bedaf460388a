package config

import (
	"encoding/json"
	"fmt"
	"strings"
	"time"
)

// sampleHead explains the sample.
const sampleHead = `# yaml-language-server: $schema=%s
#
# Configuration of leapguard for the module around. Nothing is set yet: to set a key,
# take the # from its lines. What stands there is the default, or an example where
# there is none.
# See https://github.com/leapguard/leapguard/blob/main/docs/configuration.md
`

// Sample returns a configuration file with all keys as comments, for checks and a
// reference date. Explanations begin with "# " and a letter; without the # of the
// other lines the file sets all keys.
func Sample(checks []Check, now time.Time) []byte {
	var out strings.Builder
	fmt.Fprintf(&out, sampleHead, SchemaURL)
	for _, k := range keys {
		fmt.Fprintf(&out, "\n# %s\n", strings.ReplaceAll(k.doc, "\n", "\n# "))
		for _, line := range k.sample(checks, now.Format(DateLayout)) {
			out.WriteString("#" + line + "\n")
		}
	}
	return []byte(out.String())
}

func sampleChecks(checks []Check, _ string) []string {
	list := []string{"checks:"}
	for _, k := range checks {
		list = append(list, fmt.Sprintf("  %s: %t # %s", k.Names[0], k.Profile != Strict, k.Title))
	}
	return list
}

func sampleOptions(checks []Check, _ string) []string {
	list := []string{"options:"}
	for _, k := range checks {
		if len(k.Options) == 0 {
			continue
		}
		list = append(list, "  "+k.Names[0]+":")
		for _, o := range k.Options {
			list = append(list, fmt.Sprintf("    %s: %s # %s", o.Name, sampleValue(o.Default), o.Doc))
		}
	}
	return list
}

// sampleValue writes the value of an option as YAML and JSON both do.
func sampleValue(v any) string {
	if list, ok := v.([]string); ok && len(list) == 0 {
		return "[]"
	}
	text, err := json.Marshal(v)
	if err != nil { // not of a value of an option
		return fmt.Sprint(v)
	}
	return string(text)
}
