// Package rule defines what a check is: its metadata, how it reports, and what
// keeps it silent.
//
// A check is made by [New], which wraps the check's Run function so that, in
// every driver alike,
//
//   - a panic becomes an error that names the check and the package;
//   - packages outside the module under analysis yield nothing;
//   - the configuration, test files, generated files and //leapguard:ignore
//     comments are honoured;
//   - the page of the rule is linked.
package rule

import (
	"fmt"
	"reflect"
	"regexp"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/syntax"
)

// URLPrefix and a slug make the address of a rule's page.
const URLPrefix = "https://github.com/leapguard/leapguard/blob/main/docs/rules/"

// A Family groups the checks of one kind of outage.
type Family string

// The families.
const (
	Date      Family = "date"
	Cert      Family = "cert"
	Guard     Family = "guard"
	Directive Family = "directive"
)

// Confidence tells how likely a finding is a bug.
type Confidence string

// The confidences: High is certain but for the unforeseeable, Medium is right
// in at least nine cases of ten.
const (
	High   Confidence = "high"
	Medium Confidence = "medium"
)

// FixSafety tells what a check's suggested fixes do to behaviour.
type FixSafety string

// The fix safeties.
const (
	NoFix     FixSafety = "none"
	SafeFix   FixSafety = "safe"
	UnsafeFix FixSafety = "unsafe"
)

// Triggers say which packages a check can have a finding in, by the words in
// their files: a conjunction of groups, of each of which one word must occur.
// A word is a maximal run of letters, digits and underscores; an import alias
// must not be able to hide it. No groups match nothing.
type Triggers [][]string

// A Core is an analyzer that serves several checks, and where its facts come
// from.
type Core struct {
	Analyzer *analysis.Analyzer
	// Triggers match the packages that may export facts of the core though no
	// check's triggers match them.
	Triggers Triggers
	// Cores are the cores that this one stands on.
	Cores []*Core
	// modelled says that the models of the configuration speak to the core.
	modelled bool
}

// Modelled makes packages worth a look for the checks of a core that hold the
// name of something the configuration has a model of.
func (c *Core) Modelled() *Core {
	c.modelled = true
	return c
}

// A Refinement is a fact that can only silence findings or make them more
// precise. A package that merely uses an object with such a fact need not be
// analysed.
type Refinement interface {
	analysis.Fact
	Refines()
}

// A Waker is a fact that makes packages worth a look by more names than that of
// its object.
type Waker interface {
	analysis.Fact
	Wakes() []string
}

// Meta describes a check. Everything that is said about a check, in SARIF, on
// the command line and in the documentation, comes from here.
type Meta struct {
	Slug       string // one lower-case word that names the bad pattern
	Title      string // half a sentence, lower case
	Family     Family
	Severity   finding.Severity
	Confidence Confidence
	Profile    config.Profile
	Triggers   Triggers
	Since      string // version of leapguard that introduced the check
	CWE        []int
	Fix        FixSafety
	// DateDependent checks compare with the reference date and are silent
	// without one.
	DateDependent bool
	Overlaps      []string // rules of other tools that report some of the same
	Was           []string // former slugs, which stay valid
	// SilentInTests keeps the check quiet in _test.go files, in others that import
	// package testing, in packages that help tests and, in leapguard's own driver,
	// in functions that no other code than tests names.
	SilentInTests bool
	Options       []AnyOption
	// OptionTriggers match, by the name of an option, the packages that can
	// have a finding only where it is not at its default.
	OptionTriggers map[string]Triggers
	// Path tells by its message how a related position of a finding belongs to
	// the path that values or control take through it; nil where none does.
	Path func(message string) Step
	// Page is the source of the check's doc.go, which holds the rule's page.
	Page string
}

// A Def is what [New] makes a check from.
type Def struct {
	Meta
	Cores []*Core // facts of these make a package worth a look, see [Core]
	// Requires lists further analyzers whose results Run needs.
	Requires  []*analysis.Analyzer
	FactTypes []analysis.Fact
	Run       func(*Pass) error
	// Everywhere has Run look at imported packages of the module, too, where it
	// can report nothing, but leave a summary.
	Everywhere bool
	// Finish reports what only the whole program shows. It runs once, after
	// all packages, in leapguard's own driver alone.
	Finish func(*Program) []finding.Finding
	// Holds tells of each finding in a package whether the whole program bears it
	// out. It is asked like Finish, and before it.
	Holds func(*Program, finding.Finding) bool
	// Own says that Holds asks for no other summary than that of the finding's
	// package, so that packages in which nothing is reported need none.
	Own bool
}

// A Rule is a check.
type Rule struct {
	Def
	Analyzer *analysis.Analyzer
}

// URL returns the address of the rule's page.
func (r *Rule) URL() string { return URLPrefix + r.Slug + ".md" }

// Check returns what the configuration knows the check by.
func (r *Rule) Check() config.Check {
	k := config.Check{Names: append([]string{r.Slug}, r.Was...), Title: r.Title, Family: string(r.Family), Profile: r.Profile}
	for _, o := range r.Options {
		k.Options = append(k.Options, o.option())
	}
	return k
}

// A Program is what Finish and Holds see of all analysed packages.
type Program struct {
	Summaries []any // non-nil values of [Result.Summary], in import order
	// Whole says that every package of the module was analysed.
	Whole bool
	Code  Code
}

// Result is the result of every check's analyzer.
type Result struct {
	Ran        bool // false where the check was off or the package outside
	Used       map[*Comment]bool
	Suppressed []Suppressed
	Summary    any // gob-encodable, for Finish
}

// Suppressed is what a check would have reported but for a comment.
type Suppressed struct {
	analysis.Diagnostic
	Comment *Comment
}

// New makes a check.
func New(def Def) *Rule {
	r := &Rule{Def: def}
	a := &analysis.Analyzer{
		Name:       def.Slug,
		Doc:        def.Slug + ": " + def.Title + "\n\n" + PageText(def.Page),
		URL:        r.URL(),
		Requires:   append([]*analysis.Analyzer{config.Analyzer, Comments, syntax.Nodes}, def.Requires...),
		FactTypes:  def.FactTypes,
		ResultType: reflect.TypeFor[*Result](),
	}
	for _, c := range def.Cores {
		a.Requires = append(a.Requires, c.Analyzer)
	}
	a.Run = Protect(def.Slug, func(pass *analysis.Pass) (any, error) { return r.run(pass) })
	r.Analyzer = a
	return r
}

// NewCore makes a core from its analyzer, whose Run it wraps: a panic becomes
// an error, and the analyzers of the cores below are required.
func NewCore(a *analysis.Analyzer, triggers Triggers, cores ...*Core) *Core {
	a.Requires = append(a.Requires, config.Analyzer, syntax.Nodes)
	for _, c := range cores {
		a.Requires = append(a.Requires, c.Analyzer)
	}
	if a.URL == "" {
		a.URL = "https://github.com/leapguard/leapguard"
	}
	a.Run = Protect(a.Name, a.Run)
	return &Core{Analyzer: a, Triggers: triggers, Cores: cores}
}

// Protect wraps an analyzer's Run function so that a panic becomes an error
// that names the analyzer and the package. It gives the function what the driver
// may have left out of the pass.
func Protect(name string, run func(*analysis.Pass) (any, error)) func(*analysis.Pass) (any, error) {
	return func(pass *analysis.Pass) (result any, err error) {
		defer func() {
			if r := recover(); r != nil {
				result, err = nil, &PanicError{Analyzer: name, Package: pass.Pkg.Path(), Value: r, Stack: stack()}
			}
		}()
		return run(complete(pass))
	}
}

func (r *Rule) run(pass *analysis.Pass) (*Result, error) {
	cfg := pass.ResultOf[config.Analyzer].(*config.Config)
	result := &Result{Used: make(map[*Comment]bool)}
	if cfg.Outside || !cfg.Enabled(r.Check()) {
		return result, nil
	}
	options, err := cfg.Options(r.Check())
	if err != nil {
		return nil, err
	}
	p := &Pass{
		Pass:     pass,
		Config:   cfg,
		options:  options,
		Comments: pass.ResultOf[Comments].(*Directives),
		rule:     r,
		result:   result,
	}
	result.Ran = true
	if err := r.Def.Run(p); err != nil {
		return nil, fmt.Errorf("%s: %s: %w", r.Slug, pass.Pkg.Path(), err)
	}
	return result, nil
}

var pageText = regexp.MustCompile(`(?s)^(?:// Copyright[^\n]*\n(?://[^\n]*\n)*\n)?/\*\n(.*?)\*/\s*package `)

// PageText extracts the rule's page, in Markdown, from the source of a doc.go:
// the package's doc comment in /* */ form. It returns "" for any other source.
func PageText(src string) string {
	if m := pageText.FindStringSubmatch(src); m != nil {
		return m[1]
	}
	return ""
}
