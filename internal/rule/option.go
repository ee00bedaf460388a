package rule

import (
	"reflect"
	"slices"

	"github.com/leapguard/leapguard/internal/config"
)

// An Option lets the configuration change what a check reports. It is a
// variable beside the check and stands in its [Meta]; all that is said of it
// comes from here.
type Option[T bool | int | []string] struct {
	Name string // one lower-case word
	// Default is the value without configuration, Strict that in the strict
	// profile.
	Default, Strict T
	// Doc is what the check does at other values: half a sentence, lower case.
	Doc string
}

// In returns the value of the option in a pass of its check.
func (o Option[T]) In(p *Pass) T {
	value, _ := p.options[o.Name].(T)
	return value
}

func (o Option[T]) option() config.Option {
	return config.Option{Name: o.Name, Default: o.Default, Strict: o.Strict, Doc: o.Doc}
}

// An AnyOption is an [Option] of one of its types.
type AnyOption interface{ option() config.Option }

// TriggersIn returns the triggers of a check under a configuration: a package
// in which one of them matches can have a finding.
func (r *Rule) TriggersIn(c *config.Config) []Triggers {
	all := []Triggers{r.Triggers}
	if len(c.Models) > 0 && slices.ContainsFunc(r.Cores, func(core *Core) bool { return core.modelled }) {
		var names []string
		for _, m := range c.Models {
			_, name := m.Names()
			names = append(names, name)
		}
		all = append(all, Triggers{names})
	}
	if len(r.OptionTriggers) == 0 {
		return all
	}
	k := r.Check()
	values, err := c.Options(k)
	if err != nil { // it has ended the run before, or ends it in the pass
		return all
	}
	for _, o := range k.Options {
		if t := r.OptionTriggers[o.Name]; t != nil && !reflect.DeepEqual(values[o.Name], o.Default) {
			all = append(all, t)
		}
	}
	return all
}
