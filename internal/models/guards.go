package models

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/leapguard/leapguard/internal/config"
)

// Guards returns what is known of the dangers and checks in a package, by its
// import path.
func Guards(path string) []*config.Model {
	t, _ := guards()
	return t.byPackage[path]
}

// DangersOf returns the names, unqualified and sorted, of the known dangers of
// a kind.
func DangersOf(kind string) []string {
	t, _ := guards()
	return t.dangers[kind]
}

//go:embed guards.yaml
var guardsYAML []byte

type guardTable struct {
	byPackage map[string][]*config.Model
	dangers   map[string][]string // by kind
}

var guards = sync.OnceValues(func() (*guardTable, error) {
	return parseGuards("guards.yaml", guardsYAML)
})

// parseGuards returns a table that is empty if there is an error.
func parseGuards(filename string, data []byte) (*guardTable, error) {
	list, err := config.ParseModels(filename, data)
	if err != nil {
		return new(guardTable), err
	}
	t := &guardTable{make(map[string][]*config.Model), make(map[string][]string)}
	seen := make(map[config.Model]bool)
	for _, m := range list {
		key := config.Model{Name: m.Name, Verb: m.Verb, Kind: m.Kind, Obj: m.Obj}
		if seen[key] {
			return new(guardTable), fmt.Errorf("%s: %s is listed twice", m.Where, m.Name)
		}
		seen[key] = true
		t.byPackage[m.Package()] = append(t.byPackage[m.Package()], m)
		if _, name := m.Names(); m.Verb == "danger" && !slices.Contains(t.dangers[m.Kind], name) {
			t.dangers[m.Kind] = append(t.dangers[m.Kind], name)
		}
	}
	for _, names := range t.dangers {
		slices.Sort(names)
	}
	return t, nil
}
