package guard

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/internal/rule"
)

// A Problem is a misuse of an annotation.
type Problem struct {
	Comment *rule.Comment
	Message string // what the comment does wrong, as in "gives no reason"
}

// A Waiver is a //leapguard:ok comment.
type Waiver struct {
	Comment *rule.Comment
	Kind    string
	Reason  string
}

// Report reports a finding, unless there is a waiver that keeps it.
func Report(pass *rule.Pass, w *Waiver, d analysis.Diagnostic) {
	if w == nil {
		pass.Report(d)
	} else {
		pass.Waive(w.Comment, d)
	}
}

// annotations are those of one package.
type annotations struct {
	fset     *token.FileSet
	pkg      *types.Package
	info     *types.Info
	funcs    map[*types.Func]*FuncFact
	flags    map[*types.Var]*FlagFact
	where    map[origin]token.Pos // of annotations, by what they say
	dangers  []Declared
	flagged  []OpenField // all fields that are flags
	waivers  []*Waiver
	problems []Problem
}

// A Declared is the declaration of a danger.
type Declared struct {
	Kind    string
	Func    *types.Func
	Comment *rule.Comment
}

// origin identifies an annotation up to its outcome.
type origin struct {
	obj        types.Object
	verb, text string
}

// verbs maps each verb to the method that resolves a comment of it. The method
// returns what is wrong with the comment, or "".
var verbs = map[string]func(a *annotations, c *rule.Comment) string{
	rule.DangerVerb: (*annotations).danger,
	rule.CheckVerb:  (*annotations).check,
	rule.FlagVerb:   (*annotations).flag,
	rule.NeedsVerb:  (*annotations).needs,
	rule.OffVerb:    (*annotations).off,
	rule.OKVerb:     (*annotations).waive,
}

// resolve resolves the guard annotations of a package.
func resolve(pass *analysis.Pass, comments []*rule.Comment) *annotations {
	a := &annotations{
		fset:  pass.Fset,
		pkg:   pass.Pkg,
		info:  pass.TypesInfo,
		funcs: make(map[*types.Func]*FuncFact),
		flags: make(map[*types.Var]*FlagFact),
		where: make(map[origin]token.Pos),
	}
	for _, c := range comments {
		resolve := verbs[c.Verb]
		if resolve == nil {
			continue
		}
		if msg := resolve(a, c); msg != "" {
			a.problems = append(a.problems, Problem{c, msg})
		}
	}
	return a
}

var kindSyntax = regexp.MustCompile(`^[a-z][a-z0-9]*$`)

// words splits the arguments of an annotation into words, of which the first is
// a KIND.
func words(c *rule.Comment, usage string, least, most int) (words []string, problem string) {
	words = strings.Fields(c.Args)
	switch {
	case len(words) < least || len(words) > most:
		return nil, fmt.Sprintf("has the form %s%s %s", rule.Prefix, c.Verb, usage)
	case !kindSyntax.MatchString(words[0]):
		return nil, fmt.Sprintf("has the KIND %q, which is not of the form [a-z][a-z0-9]*", words[0])
	}
	return words, ""
}

// function returns the function or interface method in whose doc comment c
// stands.
func (a *annotations) function(c *rule.Comment) (*types.Func, string) {
	var name *ast.Ident
	switch n := c.Node.(type) {
	case *ast.FuncDecl:
		name = n.Name
	case *ast.Field:
		if _, ok := n.Type.(*ast.FuncType); ok && len(n.Names) == 1 {
			name = n.Names[0]
		}
	}
	if name != nil && !c.Doc {
		return nil, "does not stand in the doc comment of " + name.Name
	}
	if name != nil {
		if fn, ok := a.info.Defs[name].(*types.Func); ok {
			return fn, ""
		}
	}
	return nil, "applies to functions and methods of interfaces only"
}

// effect resolves "KIND OBJ" on a function.
func (a *annotations) effect(c *rule.Comment) (*types.Func, Effect, string) {
	args, problem := words(c, "KIND OBJ", 2, 2)
	if problem != "" {
		return nil, Effect{}, problem
	}
	fn, problem := a.function(c)
	if problem != "" {
		return nil, Effect{}, problem
	}
	obj, _, problem := a.object(fn, args[1])
	if problem != "" {
		return nil, Effect{}, problem
	}
	return fn, Effect{Kind: args[0], Obj: obj}, a.note(c, fn, args[0]+" "+obj.String())
}

// note remembers an annotation and returns a problem if it is there already.
func (a *annotations) note(c *rule.Comment, obj types.Object, text string) string {
	key := origin{obj, c.Verb, text}
	if a.where[key].IsValid() {
		return "repeats or contradicts another annotation of " + obj.Name()
	}
	a.where[key] = c.Pos
	// What destroys an object does not also tell whether it may be destroyed.
	for _, pair := range [][2]string{{rule.DangerVerb, rule.CheckVerb}, {rule.CheckVerb, rule.DangerVerb}} {
		if c.Verb == pair[0] && a.where[origin{obj, pair[1], text}].IsValid() {
			return fmt.Sprintf("contradicts the %s of the same kind and object", pair[1])
		}
	}
	return ""
}

func (a *annotations) fact(fn *types.Func) *FuncFact {
	if a.funcs[fn] == nil {
		a.funcs[fn] = new(FuncFact)
	}
	return a.funcs[fn]
}

func (a *annotations) danger(c *rule.Comment) string {
	fn, e, problem := a.effect(c)
	if problem == "" {
		f := a.fact(fn)
		f.Dangers = append(f.Dangers, e)
		a.dangers = append(a.dangers, Declared{e.Kind, fn, c})
	}
	return problem
}

func (a *annotations) needs(c *rule.Comment) string {
	fn, e, problem := a.effect(c)
	if problem == "" {
		f := a.fact(fn)
		f.Needs = append(f.Needs, e)
	}
	return problem
}

func (a *annotations) check(c *rule.Comment) string {
	args, problem := words(c, "KIND OBJ [when=V]", 2, 3)
	if problem != "" {
		return problem
	}
	fn, problem := a.function(c)
	if problem != "" {
		return problem
	}
	obj, _, problem := a.object(fn, args[1])
	if problem != "" {
		return problem
	}
	check := Check{Kind: args[0], Obj: obj}
	if problem := a.usable(&check, fn.Signature(), args[2:], c.Pos); problem != "" {
		return problem
	}
	if problem := a.note(c, fn, args[0]+" "+obj.String()); problem != "" {
		return problem
	}
	a.fact(fn).addCheck(check)
	return ""
}

// usable finds the results that a check speaks through. Names in when are those
// of the file at pos, of the package without one.
func (a *annotations) usable(check *Check, sig *types.Signature, when []string, pos token.Pos) string {
	check.Result, check.Err = resultsOf(sig)
	if check.Result < 0 && check.Err < 0 {
		return "stands on a function without results"
	}
	text := ""
	if len(when) > 0 {
		var ok bool
		if text, ok = strings.CutPrefix(when[0], "when="); !ok {
			return fmt.Sprintf("has %q in the place of when=V", when[0])
		}
	}
	switch {
	case check.Result < 0:
		if text != "" && text != string(Nil) {
			return "can only have when=nil, since the only result is an error"
		}
		check.When = Nil
		return ""
	case text != "":
		outcome, err := parseOutcome(text, sig.Results().At(check.Result).Type(), place{a.fset, a.pkg, pos})
		if err != nil {
			return err.Error()
		}
		check.When = outcome
		check.Count = outcome == "=0" && isInteger(sig.Results().At(check.Result).Type())
		return ""
	case check.Err < 0 || isBool(sig.Results().At(check.Result).Type()):
		return "does not say when=V"
	}
	// The error alone tells.
	check.Result, check.When = -1, Nil
	return ""
}

func (a *annotations) flag(c *rule.Comment) string {
	args, problem := words(c, "KIND when=V", 2, 2)
	if problem != "" {
		return problem
	}
	text, ok := strings.CutPrefix(args[1], "when=")
	if !ok {
		return fmt.Sprintf("has %q in the place of when=V", args[1])
	}
	field, ok := c.Node.(*ast.Field)
	if !ok || len(field.Names) == 0 {
		return "applies to named struct fields only"
	}
	for _, name := range field.Names {
		v, ok := a.info.Defs[name].(*types.Var)
		if !ok || !v.IsField() {
			return "applies to named struct fields only"
		}
		outcome, err := parseOutcome(text, v.Type(), place{a.fset, a.pkg, c.Pos})
		if err != nil {
			return err.Error()
		}
		if problem := a.note(c, v, args[0]); problem != "" {
			return problem
		}
		if a.flags[v] == nil {
			a.flags[v] = new(FlagFact)
		}
		flag := Flag{args[0], outcome}
		a.flags[v].Flags = append(a.flags[v].Flags, flag)
		a.flagged = append(a.flagged, OpenField{Field: v, Flag: flag, Comment: c})
	}
	return ""
}

func (a *annotations) off(c *rule.Comment) string {
	args, problem := words(c, "KIND OBJ restore=FUNC", 3, 3)
	if problem != "" {
		return problem
	}
	fn, problem := a.function(c)
	if problem != "" {
		return problem
	}
	obj, t, problem := a.object(fn, args[1])
	if problem != "" {
		return problem
	}
	name, ok := strings.CutPrefix(args[2], "restore=")
	if !ok {
		return fmt.Sprintf("has %q in the place of restore=FUNC", args[2])
	}
	off := Off{Kind: args[0], Obj: obj, Result: -1}
	if !a.restorer(&off, fn, t, name) {
		return fmt.Sprintf("restores by %s, which is no function of the package, method or result", name)
	}
	if problem := a.note(c, fn, args[0]+" "+obj.String()); problem != "" {
		return problem
	}
	f := a.fact(fn)
	f.Offs = append(f.Offs, off)
	return ""
}

// restorer finds the function that undoes an off: a result of the function, a
// method of the object or of the function's receiver, or a function of the
// package.
func (a *annotations) restorer(off *Off, fn *types.Func, obj types.Type, name string) bool {
	results := fn.Signature().Results()
	for i := range results.Len() {
		if _, ok := results.At(i).Type().Underlying().(*types.Signature); ok && results.At(i).Name() == name {
			off.Result = i
			return true
		}
	}
	candidates := []types.Object{method(obj, a.pkg, name), nil, a.pkg.Scope().Lookup(name)}
	if recv := fn.Signature().Recv(); recv != nil {
		candidates[1] = method(recv.Type(), a.pkg, name)
	}
	for _, c := range candidates {
		if restore, ok := c.(*types.Func); ok {
			off.Restore = restore.Origin().FullName()
			return true
		}
	}
	return false
}

// method returns the method of a type, which may be nil.
func method(t types.Type, pkg *types.Package, name string) types.Object {
	if t == nil {
		return nil
	}
	obj, _, _ := types.LookupFieldOrMethod(t, true, pkg, name)
	return obj
}

func (a *annotations) waive(c *rule.Comment) string {
	kind, reason, _ := strings.Cut(c.Args, " ")
	if !kindSyntax.MatchString(kind) {
		return fmt.Sprintf("has the form %sok KIND reason", rule.Prefix)
	}
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return "gives no reason"
	}
	switch n := c.Node.(type) {
	case nil:
		return "stands on no statement or function"
	case *ast.FuncDecl:
		if !c.Doc {
			return "does not stand in the doc comment of " + n.Name.Name
		}
	case *ast.Field:
		if len(n.Names) == 0 || !a.isField(n.Names[0]) {
			return "applies to statements, functions and struct fields only"
		}
	case *ast.File, *ast.GenDecl, *ast.ImportSpec, *ast.TypeSpec:
		return "applies to statements, functions and struct fields only"
	}
	a.waivers = append(a.waivers, &Waiver{c, kind, reason})
	return ""
}

func (a *annotations) isField(name *ast.Ident) bool {
	v, ok := a.info.Defs[name].(*types.Var)
	return ok && v.IsField()
}
