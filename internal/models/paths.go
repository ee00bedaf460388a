package models

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"sync"
)

// A PathFunc tells what a function does with the names of files. One of Removes,
// Joins, Keeps, Given, Exists, Named and Makes is set.
type PathFunc struct {
	// Removes says that it deletes the directory that argument Of names, and all
	// that is in it. Arguments are counted from 0, the receiver first.
	Removes bool `yaml:"removes"`
	Of      int  `yaml:"of"`
	// Joins says that it joins its arguments and ignores those that are empty.
	Joins bool `yaml:"joins"`
	// Keeps says that its first result is "", "." or ".." where the first
	// argument is.
	Keeps bool `yaml:"keeps"`
	// Given says what it yields of what somebody outside says: "any" text, text
	// of a "request", or a "segment" of its path, which is not empty.
	Given string `yaml:"given"`
	// Exists says that what it tells of a name may be true of the directory that
	// holds it as well.
	Exists bool `yaml:"exists"`
	// Named says that it yields a name that is not "", "." or "..".
	Named bool `yaml:"named"`
	// Makes says that it makes a directory, whose name it yields.
	Makes bool `yaml:"makes"`
}

// PathFunction returns what is known of a function by its name, or nil. That a
// method has a pointer for its receiver does not matter.
func PathFunction(name string) *PathFunc {
	t, _ := paths()
	return t.funcs[withoutStar(name)]
}

// PathFunctions yields what is known of each function, by its name as the table
// has it.
func PathFunctions() iter.Seq2[string, *PathFunc] {
	return func(yield func(string, *PathFunc) bool) {
		t, _ := paths()
		for i := range t.Functions {
			row := &t.Functions[i]
			for _, name := range row.Names {
				if !yield(name, &row.PathFunc) {
					return
				}
			}
		}
	}
}

//go:embed paths.yaml
var pathsYAML []byte

// pathsTable has the form of paths.yaml.
type pathsTable struct {
	Functions []pathRow `yaml:"functions"`

	funcs map[string]*PathFunc
}

type pathRow struct {
	PathFunc `yaml:",inline"`
	Names    []string `yaml:"names"`
}

var paths = sync.OnceValues(func() (*pathsTable, error) {
	return parsePaths("paths.yaml", pathsYAML)
})

// parsePaths returns a table that is empty if there is an error.
func parsePaths(filename string, data []byte) (*pathsTable, error) {
	t := &pathsTable{funcs: make(map[string]*PathFunc)}
	if err := decode(filename, data, t); err != nil {
		return new(pathsTable), err
	}
	for i := range t.Functions {
		row := &t.Functions[i]
		if !row.valid() {
			return new(pathsTable), fmt.Errorf("%s: row %d does not say what its functions do", filename, i+1)
		}
		for _, name := range row.Names {
			key := withoutStar(name)
			switch {
			case !funcName.MatchString(name):
				return new(pathsTable), fmt.Errorf("%s: %q does not name a function", filename, name)
			case t.funcs[key] != nil:
				return new(pathsTable), fmt.Errorf("%s: %s is listed twice", filename, name)
			}
			t.funcs[key] = &row.PathFunc
		}
	}
	return t, nil
}

// valid reports whether the fields of a row make sense together.
func (f *PathFunc) valid() bool {
	n := 0
	for _, set := range []bool{f.Removes, f.Joins, f.Keeps, f.Given != "", f.Exists, f.Named, f.Makes} {
		if set {
			n++
		}
	}
	return n == 1 && (f.Removes || f.Of == 0) && slices.Contains([]string{"", "any", "request", "segment"}, f.Given)
}
