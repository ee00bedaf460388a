package models

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// NoReturn reports whether the function of the given name never returns to its
// caller: it ends the process, the goroutine or the test, or panics.
func NoReturn(name string) bool {
	t, _ := noReturns()
	return t.names[name]
}

// NoReturnIdentifier reports whether an identifier is the last component of
// the name of some function that never returns, which is cheap to find out
// before the whole name is known.
func NoReturnIdentifier(ident string) bool {
	t, _ := noReturns()
	return t.identifiers[ident]
}

// NoReturnEvent reports whether the method named end does not return when it
// is called, at the end of a chain of methods, on the event that the function
// named begin made, as in log.Fatal().Err(err).Msg("...").
func NoReturnEvent(begin, end string) bool {
	t, _ := noReturns()
	return slices.ContainsFunc(t.Events, func(e noReturnEvent) bool {
		return slices.Contains(e.Begin, begin) && slices.Contains(e.End, end)
	})
}

//go:embed noreturn.yaml
var noReturnYAML []byte

// noReturnTable has the form of noreturn.yaml.
type noReturnTable struct {
	Functions []string        `yaml:"functions"`
	Events    []noReturnEvent `yaml:"events"`

	names       map[string]bool
	identifiers map[string]bool
}

type noReturnEvent struct {
	Begin []string `yaml:"begin"`
	End   []string `yaml:"end"`
}

var noReturns = sync.OnceValues(func() (*noReturnTable, error) {
	return parseNoReturns("noreturn.yaml", noReturnYAML)
})

// funcName is the syntax of the names that the tables are keyed by.
var funcName = regexp.MustCompile(`^(\(\*?[^\s()*]+\.\w+\)|[^\s()*]+)\.(\w+)$`)

// parseNoReturns returns a table that is empty if there is an error.
func parseNoReturns(filename string, data []byte) (*noReturnTable, error) {
	t := &noReturnTable{names: make(map[string]bool), identifiers: make(map[string]bool)}
	if err := decode(filename, data, t); err != nil {
		return new(noReturnTable), err
	}
	all := slices.Clone(t.Functions)
	for _, e := range t.Events {
		all = slices.Concat(all, e.Begin, e.End)
	}
	for _, name := range all {
		if !funcName.MatchString(name) {
			return new(noReturnTable), fmt.Errorf("%s: %q does not name a function", filename, name)
		}
		t.identifiers[name[strings.LastIndexByte(name, '.')+1:]] = true
	}
	for _, name := range t.Functions {
		if t.names[name] {
			return new(noReturnTable), fmt.Errorf("%s: %s is listed twice", filename, name)
		}
		t.names[name] = true
	}
	return t, nil
}
