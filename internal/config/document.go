package config

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// document mirrors the YAML file.
type document struct {
	Now       yaml.Node      `yaml:"now"`
	Profile   yaml.Node      `yaml:"profile"`
	Generated bool           `yaml:"generated"`
	Checks    switchMap      `yaml:"checks"`
	Paths     []pathDocument `yaml:"paths"`
}

type pathDocument struct {
	Match  yaml.Node `yaml:"match"`
	Checks switchMap `yaml:"checks"`
}

// switchMap keeps the order and the lines of a mapping from names to booleans.
type switchMap []Switch

func (m *switchMap) UnmarshalYAML(n *yaml.Node) error {
	if n.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: checks must map names to true or false", n.Line)
	}
	for i := 0; i < len(n.Content); i += 2 {
		var on bool
		name, value := n.Content[i], n.Content[i+1]
		if err := value.Decode(&on); err != nil {
			return fmt.Errorf("line %d: %s: want true or false, not %q", value.Line, name.Value, value.Value)
		}
		*m = append(*m, Switch{Name: name.Value, On: on, where: fmt.Sprint(name.Line)})
	}
	return nil
}

func (d *document) config(filename string) (*Config, error) {
	c := &Config{Generated: d.Generated, Checks: d.Checks.in(filename)}
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
	for _, p := range d.Paths {
		if _, err := path.Match(p.Match.Value, ""); err != nil || p.Match.Value == "" {
			return nil, at(&p.Match, fmt.Errorf("bad pattern %q in match", p.Match.Value))
		}
		c.Paths = append(c.Paths, PathRule{Match: p.Match.Value, Checks: p.Checks.in(filename)})
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
)

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
		lines[i] = where + ": " + line
	}
	return errors.New(strings.Join(lines, "\n"))
}
