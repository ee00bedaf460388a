package main

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestAdopting wants the commands of docs/adopting.md to be those that a script runs,
// in the same order.
func TestAdopting(t *testing.T) {
	commands := func(name string, pattern *regexp.Regexp) string {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for _, m := range pattern.FindAllStringSubmatch(string(text), -1) {
			out.WriteString(m[1] + "\n")
		}
		return out.String()
	}
	page := commands("../../docs/adopting.md", regexp.MustCompile(`(?m)^\$ (leapguard.*)$`))
	script := commands("../../testdata/script/adopting.txtar", regexp.MustCompile(`(?m)^(?:exec|exits \d) (leapguard.*)$`))
	if page != script || page == "" {
		t.Errorf("the page has\n%s\nthe script\n%s", page, script)
	}
}
