// Package docs holds the pages of the rules, as the command line shows them.
// Everything in rules is generated from the checks.
package docs

import (
	"embed"
	"strings"
)

//go:generate go run ./gen

//go:embed rules/*.md
var pages embed.FS

// Rule returns the page of a rule in Markdown, or "" where there is none.
func Rule(slug string) string {
	page, err := pages.ReadFile("rules/" + slug + ".md")
	if err != nil {
		return ""
	}
	text := string(page)
	// The first line warns those who want to edit the file.
	if comment, rest, ok := strings.Cut(text, "-->\n\n"); ok && strings.HasPrefix(comment, "<!--") {
		text = rest
	}
	return text
}
