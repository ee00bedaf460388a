// Package pflag has the signatures of what the check knows.
package pflag

// A FlagSet is a set of flags.
type FlagSet struct{}

func (f *FlagSet) BoolVar(p *bool, name string, value bool, usage string) {}

func (f *FlagSet) BoolVarP(p *bool, name, shorthand string, value bool, usage string) {}

func (f *FlagSet) BoolP(name, shorthand string, value bool, usage string) *bool { return new(bool) }

func (f *FlagSet) GetBool(name string) (bool, error) { return false, nil }
