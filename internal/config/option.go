package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// An Option is what a check lets the file set. Default and Strict, its values
// without the file in the two profiles, have the type of the option: bool, int
// or []string.
type Option struct {
	Name    string
	Default any
	Strict  any
	Doc     string // half a sentence, lower case: what the check does at other values
}

// Type names the type of an option as the documentation does.
func (o Option) Type() string {
	switch o.Default.(type) {
	case bool:
		return "boolean"
	case int:
		return "integer"
	case []string:
		return "list of strings"
	}
	return fmt.Sprintf("%T", o.Default)
}

// parse returns a value of the file as one of the option's type.
func (o Option) parse(n *yaml.Node) (value any, err error) {
	switch o.Default.(type) {
	case bool:
		if on, ok := parseBool(n); ok {
			return on, nil
		}
		return nil, fmt.Errorf("want true or false, not %s", describe(n))
	case int:
		// Other notations of YAML, such as 0o17 and 1e3, are as likely mistakes.
		if i, err := strconv.Atoi(n.Value); err == nil && n.Kind == yaml.ScalarNode && n.ShortTag() == "!!int" {
			return i, nil
		}
		return nil, fmt.Errorf("want an integer, not %s", describe(n))
	}
	list := []string{}
	for _, e := range n.Content {
		if e.Kind == yaml.AliasNode {
			e = e.Alias
		}
		if e.Kind != yaml.ScalarNode || e.ShortTag() != "!!str" {
			return nil, fmt.Errorf("want a list of strings, not one with %s", describe(e))
		}
		list = append(list, e.Value)
	}
	if n.Kind != yaml.SequenceNode {
		return nil, fmt.Errorf("want a list of strings, not %s", describe(n))
	}
	return list, nil
}

// A Setting gives an option of a check a value. Which options there are and of
// which type only the checks know, so it is read by [Config.Options].
type Setting struct {
	check, option string
	value         *yaml.Node
	where         string // "file:line" of the option
	whereCheck    string // that of the check
}

// Options returns the values of all options of a check by their names, each of
// the type of the option. An error names file and line.
func (c *Config) Options(k Check) (map[string]any, error) {
	values := make(map[string]any, len(k.Options))
	for _, o := range k.Options {
		values[o.Name] = o.Default
		if c.Profile == Strict {
			values[o.Name] = o.Strict
		}
	}
	for _, s := range c.Settings {
		if !slices.Contains(k.Names, s.check) {
			continue
		}
		i := slices.IndexFunc(k.Options, func(o Option) bool { return o.Name == s.option })
		if i < 0 {
			return nil, fmt.Errorf("%s: unknown option %q of %s (%s)", s.where, s.option, s.check, k.optionNames())
		}
		value, err := k.Options[i].parse(s.value)
		if err != nil {
			return nil, fmt.Errorf("%s: %s of %s: %w", s.where, s.option, s.check, err)
		}
		values[s.option] = value
	}
	return values, nil
}

// optionNames tells which options a check has.
func (k Check) optionNames() string {
	var names []string
	for _, o := range k.Options {
		names = append(names, o.Name)
	}
	if len(names) == 0 {
		return "it has none"
	}
	return "it has " + strings.Join(names, ", ")
}

// settingList keeps the order and the lines of a mapping from checks to
// mappings from options to values.
type settingList []Setting

func (l *settingList) UnmarshalYAML(n *yaml.Node) error {
	return eachEntry(n, "options must map checks to their options", func(check, options *yaml.Node) error {
		if options.Kind == yaml.MappingNode && len(options.Content) == 0 {
			return fmt.Errorf("line %d: options of %s without any have no effect", check.Line, check.Value)
		}
		return eachEntry(options, "options of "+check.Value+" must map names to values", func(name, value *yaml.Node) error {
			*l = append(*l, Setting{check.Value, name.Value, value, fmt.Sprint(name.Line), fmt.Sprint(check.Line)})
			return nil
		})
	})
}

// eachEntry calls a function for each key and value of a mapping, in which no
// key stands twice.
func eachEntry(n *yaml.Node, want string, do func(key, value *yaml.Node) error) error {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: %s", n.Line, want)
	}
	seen := make(map[string]bool)
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if seen[key.Value] {
			return fmt.Errorf("line %d: %s is there twice", key.Line, key.Value)
		}
		seen[key.Value] = true
		if value.Kind == yaml.AliasNode {
			value = value.Alias
		}
		if err := do(key, value); err != nil {
			return err
		}
	}
	return nil
}

// in turns the lines of the settings into "file:line".
func (l settingList) in(filename string) []Setting {
	for i := range l {
		l[i].where = filename + ":" + l[i].where
		l[i].whereCheck = filename + ":" + l[i].whereCheck
	}
	return l
}
