package config

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"
)

// A Model says of a function or field what a //leapguard: comment would say
// that stood there. It is for code that is not the module's own.
type Model struct {
	// Name is that of a function or method as errcheck writes it, or
	// pkg/path.Type.Field.
	Name  string
	Field bool

	Verb string // danger, check, flag, needs or off
	Kind string
	Obj  string // "" for a flag; parameters without a name are "#0", "#1", ...
	When string // "" for none
	// Restore is the FUNC of restore=FUNC, of off only.
	Restore string
	// Abort says that a function must not go on to a danger of the kind where
	// the check returned an error; of check only.
	Abort bool

	Where string // "file:line"
}

// Package returns the import path of the package that declares what is
// modelled.
func (m *Model) Package() string {
	name := strings.TrimPrefix(strings.TrimPrefix(m.Name, "("), "*")
	own := 1 // how many of the last names are not of the path
	if m.Field || strings.HasPrefix(m.Name, "(") {
		own = 2
	}
	for range own {
		name = name[:max(strings.LastIndexByte(name, '.'), 0)]
	}
	return name
}

// Names returns the names of the type, "" for none, and of the function or
// field.
func (m *Model) Names() (typ, name string) {
	rest := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(m.Name, "("), "*"), m.Package()+".")
	typ, name, ok := strings.Cut(rest, ".")
	if !ok {
		return "", rest
	}
	return strings.TrimSuffix(typ, ")"), name
}

// ParseModels reads a file that holds nothing but a list of models. An error
// names file and line.
func ParseModels(filename string, data []byte) ([]*Model, error) {
	var list modelList
	if err := yaml.Unmarshal(data, &list); err != nil {
		return nil, yamlError(filename, err)
	}
	return list.in(filename), nil
}

// modelList is the value of models.
type modelList []*Model

func (l *modelList) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.SequenceNode {
		return fmt.Errorf("line %d: want a list of models, not %s", n.Line, describe(n))
	}
	for _, e := range n.Content {
		if e.Kind == yaml.AliasNode {
			e = e.Alias
		}
		models, err := parseModel(e)
		if err != nil {
			return err
		}
		*l = append(*l, models...)
	}
	return nil
}

var (
	funcSyntax  = regexp.MustCompile(`^(\(\*?[^\s()*]+\.\w+\)|[^\s()*]+)\.\w+$`)
	fieldSyntax = regexp.MustCompile(`^[^\s()*]+\.\w+\.\w+$`)
	kindSyntax  = regexp.MustCompile(`^[a-z][a-z0-9]*$`)
	objSyntax   = regexp.MustCompile(`^(any|(\w+|#\d+)(\.\w+)*)$`)
)

// parseModel reads one element of the list: names, and what each of the verbs
// says of them.
func parseModel(n *yaml.Node) ([]*Model, error) {
	var names, said []*Model
	err := eachEntry(n, "want a mapping of func or field and verbs, not "+describe(n), func(key, value *yaml.Node) error {
		switch key.Value {
		case "func", "field":
			if names != nil {
				return fmt.Errorf("line %d: a model speaks of func or of field", key.Line)
			}
			var err error
			names, err = modelNames(value, key.Value == "field")
			return err
		}
		m, err := parseVerb(key, value)
		said = append(said, m)
		return err
	})
	switch {
	case err != nil:
		return nil, err
	case names == nil:
		return nil, fmt.Errorf("line %d: a model without func or field", n.Line)
	case len(said) == 0:
		return nil, fmt.Errorf("line %d: a model that says nothing; want one of %s", n.Line, strings.Join(modelVerbs, ", "))
	}
	var out []*Model
	for _, name := range names {
		for _, m := range said {
			if name.Field != (m.Verb == "flag") {
				return nil, fmt.Errorf("line %s: flag is for fields, the other verbs are for functions", m.Where)
			}
			whole := *m
			whole.Name, whole.Field = name.Name, name.Field
			out = append(out, &whole)
		}
	}
	return out, nil
}

// modelNames reads the value of func or field: a name or a list of them.
func modelNames(n *yaml.Node, field bool) ([]*Model, error) {
	nodes := []*yaml.Node{n}
	if n.Kind == yaml.SequenceNode {
		nodes = n.Content
	}
	syntax, want := funcSyntax, "a function, as in (*pkg/path.Type).Method or pkg/path.Func"
	if field {
		syntax, want = fieldSyntax, "a field, as in pkg/path.Type.Field"
	}
	var out []*Model
	for _, e := range nodes {
		if e.Kind != yaml.ScalarNode || !syntax.MatchString(e.Value) {
			return nil, fmt.Errorf("line %d: %s does not name %s", e.Line, describe(e), want)
		}
		out = append(out, &Model{Name: e.Value, Field: field})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("line %d: a model without func or field", n.Line)
	}
	return out, nil
}

var modelVerbs = []string{"danger", "check", "flag", "needs", "off"}

// verbKeys holds the keys of each verb; those behind the bar may be left out.
var verbKeys = map[string]string{
	"danger": "kind obj |",
	"needs":  "kind obj |",
	"check":  "kind obj | when err",
	"flag":   "kind when |",
	"off":    "kind obj restore |",
}

func parseVerb(key, value *yaml.Node) (*Model, error) {
	verb := key.Value
	if !slices.Contains(modelVerbs, verb) {
		return nil, fmt.Errorf("line %d: unknown key %q", key.Line, verb)
	}
	must, may, _ := strings.Cut(verbKeys[verb], "|")
	known := strings.Fields(must + may)
	values := make(map[string]string)
	err := eachEntry(value, verb+" must map "+strings.Join(known, ", ")+" to values", func(k, v *yaml.Node) error {
		switch {
		case !slices.Contains(known, k.Value):
			return fmt.Errorf("line %d: unknown key %q of %s", k.Line, k.Value, verb)
		case v.Kind != yaml.ScalarNode:
			return fmt.Errorf("line %d: want a word in %s, not %s", v.Line, k.Value, describe(v))
		}
		values[k.Value] = v.Value
		if v.ShortTag() == "!!null" {
			values[k.Value] = "nil"
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for k := range strings.FieldsSeq(must) {
		if _, ok := values[k]; !ok {
			return nil, fmt.Errorf("line %d: %s without %s", key.Line, verb, k)
		}
	}
	m := &Model{
		Verb: verb, Kind: values["kind"], Obj: values["obj"], When: values["when"], Restore: values["restore"],
		Abort: values["err"] != "", Where: fmt.Sprint(key.Line),
	}
	if err := m.validate(values["err"]); err != nil {
		return nil, fmt.Errorf("line %d: %w", key.Line, err)
	}
	return m, nil
}

func (m *Model) validate(onError string) error {
	switch {
	case !kindSyntax.MatchString(m.Kind):
		return fmt.Errorf("kind %q is not of the form [a-z][a-z0-9]*", m.Kind)
	case m.Verb != "flag" && !objSyntax.MatchString(m.Obj):
		return fmt.Errorf("obj %q is not recv, any, a parameter or #n, with .Fields behind it", m.Obj)
	case onError != "" && onError != "must-abort":
		return fmt.Errorf("err %q of check is not must-abort", onError)
	case m.Verb == "off" && m.Restore == "":
		return errors.New("off without restore")
	}
	return nil
}

// in turns the lines of the models into "file:line".
func (l modelList) in(filename string) []*Model {
	for _, m := range l {
		m.Where = filename + ":" + m.Where
	}
	return l
}
