// Package plugin makes leapguard a linter of golangci-lint, by its module plugin
// system. A golangci-lint that has it is built from .custom-gcl.yml:
//
//	version: v2.15.0
//	plugins:
//	  - module: github.com/leapguard/leapguard
//	    import: github.com/leapguard/leapguard/plugin
//	    version: latest
//
// and is told in .golangci.yml:
//
//	linters:
//	  enable: [leapguard]
//	  settings:
//	    custom:
//	      leapguard:
//	        type: module
//	        settings: # what .leapguard.yaml takes
//	          profile: strict
//
// The settings are those of .leapguard.yaml, which is not read there. Since YAML
// mappings come without an order from golangci-lint, what is said of a rule wins
// over what is said of its family, and that over all.
package plugin

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"time"

	"github.com/golangci/plugin-module-register/register"
	"go.yaml.in/yaml/v3"
	"golang.org/x/tools/go/analysis"

	"github.com/leapguard/leapguard/analyzers"
	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/rule"
)

// Name is that of the linter.
const Name = "leapguard"

func init() { register.Plugin(Name, New) }

// New returns the linter with the settings of golangci-lint, which are those of
// .leapguard.yaml. The error says what is wrong with them.
func New(settings any) (register.LinterPlugin, error) {
	text, err := encode(settings)
	if err != nil {
		return nil, err
	}
	c, err := config.Parse(place, text)
	if err == nil {
		err = c.Validate(checks())
	}
	if err == nil && c.Baseline != "" {
		err = errors.New(place + ": baseline is for the command line only; golangci-lint has issues.new-from-merge-base")
	}
	if err != nil {
		return nil, fmt.Errorf("%s", line.ReplaceAllString(err.Error(), place))
	}
	return linter{string(text)}, nil
}

// place is what errors name; the lines of the settings are not known.
const place = "linters.settings.custom." + Name + ".settings"

var line = regexp.MustCompile(regexp.QuoteMeta(place) + `:\d+`)

func checks() []config.Check {
	var out []config.Check
	for _, r := range analyzers.All() {
		out = append(out, r.Check())
	}
	return out
}

// A linter is leapguard with its configuration.
type linter struct{ config string }

// GetLoadMode implements [register.LinterPlugin].
func (linter) GetLoadMode() string { return register.LoadModeTypesInfo }

// BuildAnalyzers implements [register.LinterPlugin].
func (l linter) BuildAnalyzers() ([]*analysis.Analyzer, error) {
	// golangci-lint prints related positions as findings of their own, and applies all
	// fixes.
	for flag, value := range map[string]string{"text": l.config, "fold": "true", "safe-fixes": "true"} {
		if err := config.Analyzer.Flags.Set(flag, value); err != nil {
			return nil, err
		}
	}
	var out []*analysis.Analyzer
	for _, r := range analyzers.All() {
		out = append(out, r.Analyzer)
	}
	return out, nil
}

// encode writes settings as the text of a configuration, never an empty one.
func encode(settings any) ([]byte, error) {
	if settings == nil {
		settings = map[string]any{}
	}
	node, err := encodeNode(settings)
	if err != nil {
		return nil, err
	}
	return yaml.Marshal(node)
}

func encodeNode(value any) (*yaml.Node, error) {
	node := new(yaml.Node)
	switch value := value.(type) {
	case map[string]any:
		node.Kind = yaml.MappingNode
		for _, key := range slices.SortedFunc(maps.Keys(value), compareNames) {
			if err := appendNodes(node, key, value[key]); err != nil {
				return nil, err
			}
		}
		return node, nil
	case []any:
		node.Kind = yaml.SequenceNode
		return node, appendNodes(node, value...)
	case time.Time:
		return node, node.Encode(value.Format(config.DateLayout))
	}
	return node, node.Encode(value)
}

func appendNodes(node *yaml.Node, values ...any) error {
	for _, v := range values {
		child, err := encodeNode(v)
		if err != nil {
			return err
		}
		node.Content = append(node.Content, child)
	}
	return nil
}

// compareNames sorts "all" before the families, and those before the rules, since
// the last switch that applies wins.
func compareNames(a, b string) int {
	return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
}

func rank(name string) int {
	switch {
	case name == config.All:
		return 0
	case slices.ContainsFunc(analyzers.All(), func(r *rule.Rule) bool { return string(r.Family) == name }):
		return 1
	}
	return 2
}
