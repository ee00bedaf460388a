package config

import (
	"cmp"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// document mirrors the YAML file.
type document struct {
	Now       yaml.Node      `yaml:"now"`
	Profile   yaml.Node      `yaml:"profile"`
	Generated boolean        `yaml:"generated"`
	Baseline  yaml.Node      `yaml:"baseline"`
	Checks    switchMap      `yaml:"checks"`
	Paths     []pathDocument `yaml:"paths"`
	Options   settingList    `yaml:"options"`
	Models    modelList      `yaml:"models"`
}

// A boolean is the value of generated: true or false, not one of the other words
// that YAML 1.1 has for them.
type boolean bool

func (b *boolean) UnmarshalYAML(n *yaml.Node) error {
	on, ok := parseBool(n)
	if !ok {
		return fmt.Errorf("line %d: generated: want true or false, not %s", n.Line, describe(n))
	}
	*b = boolean(on)
	return nil
}

func parseBool(n *yaml.Node) (value, ok bool) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	ok = n.Kind == yaml.ScalarNode && n.ShortTag() == "!!bool" && n.Decode(&value) == nil
	return value, ok
}

// describe shows a value in a message.
func describe(n *yaml.Node) string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a mapping"
	}
	return strconv.Quote(n.Value)
}

// A pathDocument is an element of paths. It reads itself, to know its line.
type pathDocument struct {
	line   int
	match  string
	checks switchMap
}

func (p *pathDocument) UnmarshalYAML(n *yaml.Node) error {
	p.line = n.Line
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: want a mapping of match and checks, not %s", n.Line, describe(n))
	}
	seen := make(map[string]bool)
	for i := 0; i < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		if seen[key.Value] {
			return fmt.Errorf("line %d: %s is there twice", key.Line, key.Value)
		}
		seen[key.Value] = true
		var err error
		switch key.Value {
		case "match":
			p.line = value.Line
			if p.match = value.Value; value.Kind != yaml.ScalarNode {
				err = fmt.Errorf("line %d: want a pattern in match, not %s", value.Line, describe(value))
			}
		case "checks":
			err = p.checks.UnmarshalYAML(value)
		default:
			err = fmt.Errorf("line %d: unknown key %q", key.Line, key.Value)
		}
		if err != nil {
			return err
		}
	}
	if len(p.checks) == 0 {
		return fmt.Errorf("line %d: an entry of paths without checks has no effect", p.line)
	}
	return nil
}

// backslash matches one that makes no special character plain, and was hardly meant
// to make anything so.
var backslash = regexp.MustCompile(`\\[0-9A-Za-z_.]`)

// checkPattern tells what keeps a pattern from ever matching a file.
func checkPattern(pattern string) error {
	stem, _ := strings.CutSuffix("/"+pattern, "/**")
	_, err := path.Match(pattern, "")
	switch {
	case backslash.MatchString(pattern):
		return fmt.Errorf("bad pattern %q in match: directories end with / on every system", pattern)
	case pattern == "" || err != nil:
		return fmt.Errorf("bad pattern %q in match", pattern)
	case strings.Contains(stem, "**"):
		return fmt.Errorf("bad pattern %q in match: ** stands only for the last element", pattern)
	case path.Clean(pattern) != pattern || path.IsAbs(pattern) || pattern == ".." || strings.HasPrefix(pattern, "../"):
		return fmt.Errorf("bad pattern %q in match: names are relative to the directory of the file, as in internal/legacy/**", pattern)
	}
	return nil
}

// switchMap keeps the order and the lines of a mapping from names to booleans.
type switchMap []Switch

func (m *switchMap) UnmarshalYAML(n *yaml.Node) error {
	return eachEntry(n, "checks must map names to true or false", func(name, value *yaml.Node) error {
		on, ok := parseBool(value)
		if !ok {
			return fmt.Errorf("line %d: %s: want true or false, not %s", value.Line, name.Value, describe(value))
		}
		*m = append(*m, Switch{Name: name.Value, On: on, where: fmt.Sprint(name.Line)})
		return nil
	})
}

func (d *document) config(filename string) (*Config, error) {
	c := &Config{Generated: bool(d.Generated), Checks: d.Checks.in(filename), Settings: d.Options.in(filename), Models: d.Models.in(filename)}
	at := func(n *yaml.Node, err error) error {
		return fmt.Errorf("%s:%d: %w", filename, n.Line, err)
	}
	if !d.Now.IsZero() {
		now, err := ParseDate(d.Now.Value)
		if err != nil {
			return nil, at(&d.Now, err)
		}
		c.Now = now
	}
	if !d.Profile.IsZero() {
		profile, err := ParseProfile(d.Profile.Value)
		if err != nil {
			return nil, at(&d.Profile, err)
		}
		c.Profile = profile
	}
	if n := &d.Baseline; !n.IsZero() {
		if n.Kind != yaml.ScalarNode || n.ShortTag() != "!!str" || n.Value == "" {
			return nil, at(n, fmt.Errorf("want the name of a file in baseline, not %s", describe(n)))
		}
		c.Baseline = filepath.FromSlash(n.Value)
		if !filepath.IsAbs(c.Baseline) {
			c.Baseline = filepath.Join(filepath.Dir(filename), c.Baseline)
		}
	}
	for _, p := range d.Paths {
		if err := checkPattern(p.match); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", filename, p.line, err)
		}
		c.Paths = append(c.Paths, PathRule{Match: p.match, Checks: p.checks.in(filename)})
	}
	return c, nil
}

// in turns the lines of the switches into "file:line".
func (m switchMap) in(filename string) []Switch {
	for i := range m {
		m[i].where = filename + ":" + m[i].where
	}
	return m
}

// ParseDate parses a reference date, YYYY-MM-DD in UTC.
func ParseDate(s string) (time.Time, error) {
	t, err := time.Parse(DateLayout, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is not a date (want YYYY-MM-DD)", s)
	}
	return t, nil
}

var (
	yamlLine  = regexp.MustCompile(`^line (\d+): (.*)$`)
	yamlField = regexp.MustCompile(`^field (\S+) not found in type .*$`)
	yamlType  = regexp.MustCompile(`^cannot unmarshal !!(\w+)(?: (.*))? into (.*)$`)
)

// kinds name values by their tags.
var kinds = map[string]string{"seq": "a list", "map": "a mapping"}

// wanted says what belongs where a value of another kind stands, by the type that the
// decoder has for it.
var wanted = map[string]string{
	"config.document":       "want keys and their values",
	"[]config.pathDocument": "want a list of match and checks in paths",
}

// yamlError rewrites the decoder's errors to "file:line: what is wrong", one a
// line.
func yamlError(filename string, err error) error {
	lines := []string{err.Error()}
	if typeErr, ok := errors.AsType[*yaml.TypeError](err); ok {
		lines = typeErr.Errors
	}
	for i, line := range lines {
		where, line := filename+":1", strings.TrimPrefix(line, "yaml: ") // the decoder does not say "line 1"
		if m := yamlLine.FindStringSubmatch(line); m != nil {
			where, line = filename+":"+m[1], m[2]
		}
		line = yamlField.ReplaceAllString(line, `unknown key "$1"`)
		if m := yamlType.FindStringSubmatch(line); m != nil {
			line = cmp.Or(wanted[m[3]], "want another value") + ", not " + cmp.Or(m[2], kinds[m[1]], "this")
		}
		lines[i] = where + ": " + line
	}
	return errors.New(strings.Join(lines, "\n"))
}
