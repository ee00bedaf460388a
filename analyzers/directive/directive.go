package directive

import (
	_ "embed"
	"fmt"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/guard"
	"github.com/leapguard/leapguard/internal/rule"
)

//go:embed doc.go
var page string

const slug = "directive"

// Rule is the check. Its facts are those of the checks that it judges, so it
// names no cores: only packages that hold a comment are worth a look.
var Rule = rule.New(rule.Def{
	Meta: rule.Meta{
		Slug:       slug,
		Title:      "a //leapguard: comment that is wrong or has no effect",
		Family:     rule.Directive,
		Severity:   finding.Error,
		Confidence: rule.High,
		Profile:    config.Default,
		Triggers:   rule.CommentTriggers,
		Since:      "0.1.0",
		Fix:        rule.NoFix,
		Page:       page,
	},
	Requires: append(analyzersOf(checks), guard.Core.Analyzer),
	Run:      run,
	Finish:   finish,
})

// Analyzer is the check as an analyzer.
var Analyzer = Rule.Analyzer

func run(pass *rule.Pass) error {
	if err := validate(pass); err != nil {
		return err
	}
	for _, c := range pass.Comments.All {
		if why := c.Unread(); why != "" {
			report(pass, c, why)
		} else if c.Verb == rule.IgnoreVerb || c.Verb == rule.IgnoreFileVerb {
			judgeIgnore(pass, c)
		}
	}
	g := guard.Of(pass.Pass)
	for _, p := range g.Problems() {
		pass.Report(analysis.Diagnostic{Pos: p.Comment.Pos, End: p.Comment.End, Message: rule.Prefix + p.Comment.Verb + " " + p.Message})
	}
	for _, w := range g.Waivers() {
		if unused(pass, w) {
			report(pass, w.Comment, fmt.Sprintf("%s%s %s waives nothing", rule.Prefix, rule.OKVerb, w.Kind))
		}
	}
	pass.Summarize(summarize(pass, g))
	return nil
}

// validate reports names in the configuration that no check knows. Drivers that have
// all checks at hand do so before; Bazel's nogo has not.
func validate(pass *rule.Pass) error {
	known := []config.Check{pass.Check()}
	for _, r := range checks {
		known = append(known, r.Check())
	}
	return pass.Config.Validate(known)
}

func report(pass *rule.Pass, c *rule.Comment, message string) {
	pass.Report(analysis.Diagnostic{Pos: c.Pos, End: c.End, Message: message})
}

// judgeIgnore reports what is wrong with an ignore or ignore-file comment.
func judgeIgnore(pass *rule.Pass, c *rule.Comment) {
	name := rule.Prefix + c.Verb
	slugs, reason := c.Slugs()
	list, _, _ := strings.Cut(c.Args, " ")
	switch {
	case len(slugs) == 0:
		report(pass, c, name+" names no check")
		return
	case strings.HasSuffix(list, ","):
		report(pass, c, name+" has a space within the list of checks")
		return
	case reason == "":
		report(pass, c, name+" gives no reason")
		return
	case c.Node == nil && c.Verb == rule.IgnoreFileVerb:
		report(pass, c, name+" does not stand above the package clause")
		return
	case c.Node == nil:
		report(pass, c, name+" stands on nothing that it could apply to")
		return
	}
	for _, s := range slugs {
		if msg := judgeSlug(pass, c, s); msg != "" {
			report(pass, c, name+" "+msg)
		}
	}
}

// judgeSlug returns what is wrong with one slug of an ignore comment, or "".
func judgeSlug(pass *rule.Pass, c *rule.Comment, s string) string {
	r := lookup(s)
	switch {
	case s == slug:
		return "names directive, which is not to be ignored"
	case r == nil:
		return fmt.Sprintf("names %q, which is no check", s)
	case r.Family == rule.Guard:
		return fmt.Sprintf("names %s, which only %s%s waives", s, rule.Prefix, rule.OKVerb)
	}
	if result := ran(pass, c, r); result != nil && !result.Used[c] {
		return fmt.Sprintf("suppresses nothing of %s", s)
	}
	return ""
}

// ran returns the result of a check if it looked at the file of a comment,
// else nil.
func ran(pass *rule.Pass, c *rule.Comment, r *rule.Rule) *rule.Result {
	result := pass.ResultOf[r.Analyzer].(*rule.Result)
	file := pass.Fset.Position(c.Pos).Filename
	switch {
	case !result.Ran,
		r.DateDependent && pass.Config.Now.IsZero(),
		!pass.Config.EnabledFor(file, r.Check()):
		return nil
	}
	return result
}

// unused reports whether all guard checks of the default profile looked at the file
// of a waiver and none needed it. A waiver of a check by its slug, the only one that
// those of the strict profile know, is judged by that one alone.
func unused(pass *rule.Pass, w *guard.Waiver) bool {
	if r := lookup(w.Kind); r != nil && r.Family == rule.Guard {
		result := ran(pass, w.Comment, r)
		return result != nil && !result.Used[w.Comment]
	}
	for _, r := range checks {
		if r.Family != rule.Guard || r.Profile == config.Strict {
			continue
		}
		if result := ran(pass, w.Comment, r); result == nil || result.Used[w.Comment] {
			return false
		}
	}
	return true
}
