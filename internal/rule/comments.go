package rule

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"
)

// Prefix begins every comment that speaks to leapguard.
const Prefix = "//leapguard:"

// The verbs that suppress findings.
const (
	IgnoreVerb     = "ignore"
	IgnoreFileVerb = "ignore-file"
)

// The verbs of the guard family, which internal/guard gives their meaning.
const (
	DangerVerb = "danger"
	CheckVerb  = "check"
	FlagVerb   = "flag"
	NeedsVerb  = "needs"
	OffVerb    = "off"
	OKVerb     = "ok"
)

// CommentTriggers match the packages that hold comments of leapguard's, well or badly
// written.
var CommentTriggers = Triggers{{"leapguard", "Leapguard", "LeapGuard"}}

// Comments is the analyzer that collects the //leapguard: comments of a
// package. Its result is a *[Directives].
var Comments = &analysis.Analyzer{
	Name:       "leapguardcomments",
	Doc:        "collects the //leapguard: comments of a package",
	URL:        "https://github.com/leapguard/leapguard",
	Run:        Protect("leapguardcomments", collect),
	ResultType: reflect.TypeFor[*Directives](),
}

// A Comment is one //leapguard: comment.
type Comment struct {
	Pos, End token.Pos
	Text     string // as it is written
	Verb     string // "ignore", "danger", ...; "" when malformed
	Args     string // the rest, without a trailing " //" remark
	Defect   string // what is wrong with its form; "" for nothing
	File     *ast.File

	// Node is what the comment applies to: a declaration, spec, field or
	// statement, the *ast.File for ignore-file, or nil for nothing.
	Node ast.Node
	// Doc says that the comment stands in the doc comment of Node.
	Doc bool
}

// Unread tells why a comment says nothing as it is written, "" if it says something.
func (c *Comment) Unread() string {
	if c.Defect != "" {
		return "this comment " + c.Defect
	}
	switch c.Verb {
	case IgnoreVerb, IgnoreFileVerb, DangerVerb, CheckVerb, FlagVerb, NeedsVerb, OffVerb, OKVerb:
		return ""
	}
	return fmt.Sprintf("%q is no verb of leapguard", c.Verb)
}

// Slugs splits the arguments of an ignore comment into slugs and reason, those of a
// waiver into its KIND and reason.
func (c *Comment) Slugs() (slugs []string, reason string) {
	list, reason, _ := strings.Cut(c.Args, " ")
	for slug := range strings.SplitSeq(list, ",") {
		if slug != "" {
			slugs = append(slugs, slug)
		}
	}
	return slugs, strings.TrimSpace(reason)
}

// Covers reports whether pos lies in what the comment applies to.
func (c *Comment) Covers(pos token.Pos) bool {
	return c.Node != nil && c.Node.Pos() <= pos && pos < c.Node.End() || c.isFile() && c.File.FileStart <= pos && pos <= c.File.FileEnd
}

// touches reports whether what the comment applies to reaches into a range of the
// source, or begins where that ends.
func (c *Comment) touches(pos, end token.Pos) bool {
	return c.Covers(pos) || c.Node != nil && pos <= c.Node.Pos() && c.Node.Pos() <= end
}

func (c *Comment) isFile() bool { _, ok := c.Node.(*ast.File); return ok }

// Directives holds the //leapguard: comments of a package in source order.
type Directives struct {
	All []*Comment
}

// ignores reports whether the comment suppresses the findings of a slug, or one of
// its former names, in what it applies to. Without a reason it suppresses nothing.
func (c *Comment) ignores(slug string, was []string) bool {
	if c.Verb != IgnoreVerb && c.Verb != IgnoreFileVerb {
		return false
	}
	slugs, reason := c.Slugs()
	return reason != "" && (slices.Contains(slugs, slug) || slices.ContainsFunc(was, func(w string) bool { return slices.Contains(slugs, w) }))
}

// waives reports whether the comment is a //leapguard:ok that waives the findings of
// a check of the guard family, whose slug or a former name of it stands in the place
// of the KIND. Without a reason it waives nothing.
func (c *Comment) waives(slug string, was []string) bool {
	kind, reason, _ := strings.Cut(c.Args, " ")
	return c.Verb == OKVerb && strings.TrimSpace(reason) != "" && (kind == slug || slices.Contains(was, kind))
}

// verbSyntax is what go/ast accepts as the name of a directive.
var verbSyntax = regexp.MustCompile(`^[a-z][a-z-]*$`)

// nearMiss matches comments that were meant to be directives but are plain
// text: gofmt moves them about and no tool reads them.
var nearMiss = regexp.MustCompile(`^(?:// *|/\*\s*)(?i:leapguard) ?: ?(?:ignore|ignore-file|danger|check|flag|needs|off|ok)(?:\s|$)`)

func collect(pass *analysis.Pass) (any, error) {
	out := new(Directives)
	for _, file := range pass.Files {
		var own []*Comment
		for _, group := range file.Comments {
			for _, c := range group.List {
				if d := parseComment(c); d != nil {
					d.File = file
					own = append(own, d)
				}
			}
		}
		if len(own) > 0 {
			attach(pass.Fset, file, own)
			out.All = append(out.All, own...)
		}
	}
	return out, nil
}

// parseComment returns nil for a comment that does not speak to leapguard.
func parseComment(c *ast.Comment) *Comment {
	out := &Comment{Pos: c.Pos(), End: c.End(), Text: c.Text}
	text, ok := strings.CutPrefix(c.Text, Prefix)
	if !ok {
		if !nearMiss.MatchString(c.Text) {
			return nil
		}
		out.Defect = "is plain text: a directive begins with " + Prefix + ", without a space"
		return out
	}
	// A remark, as in "//leapguard:danger format n // see docs".
	if i := strings.Index(text, " //"); i >= 0 {
		text = text[:i]
	}
	end := strings.IndexFunc(text, unicode.IsSpace)
	if end < 0 {
		end = len(text)
	}
	if out.Verb, out.Args = text[:end], strings.TrimSpace(text[end:]); !verbSyntax.MatchString(out.Verb) {
		out.Verb, out.Defect = "", "names no verb"
	}
	return out
}

// DocOf returns the directives in the doc comment of a declaration, spec or
// field.
func (d *Directives) DocOf(n ast.Node) []*Comment {
	var out []*Comment
	for _, c := range d.All {
		if c.Doc && c.Node == n {
			out = append(out, c)
		}
	}
	return out
}

// FuncOf returns the function that a comment is attached to, or nil.
func (c *Comment) FuncOf(info *types.Info) *types.Func {
	decl, ok := c.Node.(*ast.FuncDecl)
	if !ok {
		return nil
	}
	fn, _ := info.Defs[decl.Name].(*types.Func)
	return fn
}
