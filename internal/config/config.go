// Package config reads .leapguard.yaml and hands it to every check.
//
// The file stands at the root of a module:
//
//	now: 2026-11-22        # reference date of the date-dependent checks
//	profile: strict        # default or strict
//	generated: true        # analyse generated files too
//	baseline: .leapguard-baseline.json # known findings, which are not reported
//	checks:                # slug, family or "all": on or off
//	  sharedcert: false
//	paths:                 # the same for some files, the last match wins
//	  - match: internal/legacy/**
//	    checks: {yearadd: false}
//	options:               # what single checks let be set
//	  truncday: {hour: true}
//	models:                # what destroys and what guards in other modules
//	  - func: (*example.com/disks.Disk).Format
//	    danger: {kind: format, obj: recv}
//
// Unknown keys, wrong types, unknown checks and options, names that stand twice
// and patterns that match nothing are errors that name file and line.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

// FileName is the name of the configuration file at the root of a module.
const FileName = ".leapguard.yaml"

// misnamed is what some take FileName for. It is not read, and not passed over.
const misnamed = ".leapguard.yml"

// DateLayout is the layout of the reference date.
const DateLayout = time.DateOnly

// All names every check wherever checks are switched on and off.
const All = "all"

// A Profile is a set of checks.
type Profile string

// The profiles. Every check of the default profile is in the strict one.
const (
	Default Profile = "default"
	Strict  Profile = "strict"
)

// ParseProfile returns the profile of the given name.
func ParseProfile(name string) (Profile, error) {
	switch p := Profile(name); p {
	case Default, Strict:
		return p, nil
	}
	return "", fmt.Errorf("unknown profile %q (want default or strict)", name)
}

// Config is the configuration of one module. The zero value is the default.
// A Config is not modified once checks use it.
type Config struct {
	Now       time.Time // reference date in UTC; zero when none was given
	Profile   Profile   // "" means Default
	Generated bool      // analyse generated files
	Baseline  string    // file of known findings, "" if there is none
	Checks    []Switch  // in order, the last that applies wins
	Paths     []PathRule
	Settings  []Setting // values of options, in order
	Models    []*Model  // in order

	// Root is the directory that Paths are relative to.
	Root string

	// Fold says that related positions are named in the messages.
	Fold bool
	// SafeFixes says that only safe fixes are suggested.
	SafeFixes bool

	// Outside says that the package is not part of the module under analysis:
	// it exports no facts and no findings.
	Outside bool
}

// A Switch turns a check, a family of checks or all of them on or off.
type Switch struct {
	Name string // slug, family or All
	On   bool

	where string // "file:line" for error messages, or a flag's name
}

// A PathRule applies switches to the files that match a pattern.
type PathRule struct {
	Match  string // path.Match pattern, relative to Root; a last element ** covers a tree
	Checks []Switch
}

// A Check is what the configuration can speak of.
type Check struct {
	Names   []string // slug and former slugs
	Title   string   // half a sentence, lower case
	Family  string
	Profile Profile
	Options []Option
}

// answersTo reports whether a switch of that name speaks of the check.
func (k Check) answersTo(name string) bool {
	return name == All || name == k.Family || slices.Contains(k.Names, name)
}

// Enabled reports whether a check is on for some file at least.
func (c *Config) Enabled(k Check) bool {
	return c.enabled(k) || slices.ContainsFunc(c.Paths, func(r PathRule) bool { return apply(r.Checks, k, false) })
}

// EnabledFor reports whether a check is on for a file.
func (c *Config) EnabledFor(filename string, k Check) bool {
	on := c.enabled(k)
	if len(c.Paths) == 0 {
		return on
	}
	rel, err := filepath.Rel(c.Root, filename)
	if err != nil {
		return on
	}
	rel = filepath.ToSlash(rel)
	for _, r := range c.Paths {
		if matches(r.Match, rel) {
			on = apply(r.Checks, k, on)
		}
	}
	return on
}

func (c *Config) enabled(k Check) bool {
	return apply(c.Checks, k, k.Profile == Default || c.Profile == Strict)
}

func apply(switches []Switch, k Check, on bool) bool {
	for _, s := range switches {
		if k.answersTo(s.Name) {
			on = s.On
		}
	}
	return on
}

func matches(pattern, name string) bool {
	if pattern == "**" {
		return filepath.IsLocal(name)
	}
	if tree, ok := strings.CutSuffix(pattern, "/**"); ok {
		for name != "." && name != "/" {
			name = path.Dir(name)
			if ok, _ := path.Match(tree, name); ok {
				return true
			}
		}
		return false
	}
	ok, _ := path.Match(pattern, name)
	return ok
}

// ParseSwitches parses the value of a --checks flag: a comma list of slugs,
// families or "all", each with an optional "-" that turns it off. A list that
// begins with an addition means "only these"; one that begins with a removal
// starts from the profile.
func ParseSwitches(list string) ([]Switch, error) {
	var out []Switch
	for i, word := range strings.Split(list, ",") {
		name, off := strings.CutPrefix(strings.TrimSpace(word), "-")
		if name == "" {
			return nil, fmt.Errorf("--checks %q: empty name", list)
		}
		if i == 0 && !off {
			out = append(out, Switch{Name: All, On: false})
		}
		out = append(out, Switch{Name: name, On: !off, where: "--checks"})
	}
	return out, nil
}

// Validate reports the first name in the configuration, or value of an option,
// that none of the checks knows. The checks are all that there are.
func (c *Config) Validate(checks []Check) error {
	unknown := func(where, name string) error {
		return fmt.Errorf("%s: unknown check %q (leapguard rules lists them)", where, name)
	}
	lists := [][]Switch{c.Checks}
	for _, r := range c.Paths {
		lists = append(lists, r.Checks)
	}
	for _, list := range lists {
		for _, s := range list {
			if s.Name != All && !slices.ContainsFunc(checks, func(k Check) bool { return k.answersTo(s.Name) }) {
				return unknown(s.where, s.Name)
			}
		}
	}
	for _, s := range c.Settings {
		i := slices.IndexFunc(checks, func(k Check) bool { return slices.Contains(k.Names, s.check) })
		if i < 0 {
			return unknown(s.whereCheck, s.check)
		}
		if _, err := c.Options(checks[i]); err != nil {
			return err
		}
	}
	return nil
}

// Find returns the configuration file of the module that contains dir: the one
// beside the nearest go.mod, be it misnamed. It returns "" where there is none.
func Find(dir string) string {
	root := ModuleRoot(dir)
	if root == "" {
		return ""
	}
	for _, base := range []string{FileName, misnamed} {
		name := filepath.Join(root, base)
		if _, err := os.Stat(name); err == nil {
			return name
		}
	}
	return ""
}

// ModuleRoot returns the nearest directory, dir or above it, that holds a
// go.mod, or "".
func ModuleRoot(dir string) string {
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// Load reads a configuration file.
func Load(filename string) (*Config, error) {
	if filepath.Base(filename) == misnamed {
		return nil, fmt.Errorf("%s: the configuration file is called %s; rename it", filename, FileName)
	}
	data, err := os.ReadFile(filename)
	if err != nil {
		return nil, err
	}
	c, err := Parse(filename, data)
	if err != nil {
		return nil, err
	}
	c.Root = filepath.Dir(filename)
	return c, nil
}

// Parse reads the text of a configuration. The name stands in errors.
func Parse(filename string, data []byte) (*Config, error) {
	var doc document
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(&doc); err != nil && !errors.Is(err, io.EOF) {
		return nil, yamlError(filename, err)
	}
	var second yaml.Node
	switch err := dec.Decode(&second); {
	case err == nil:
		return nil, fmt.Errorf("%s:%d: a second document is not read", filename, second.Line)
	case !errors.Is(err, io.EOF):
		return nil, yamlError(filename, err)
	}
	return doc.config(filename)
}
