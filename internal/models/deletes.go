package models

import (
	_ "embed"
	"fmt"
	"iter"
	"sync"
)

// A DeleteFunc tells what a function deletes. One of Runs, Deletes, Prefix and
// Selects is set.
type DeleteFunc struct {
	// Runs says that it runs the SQL statement that is its first argument of
	// type string.
	Runs bool `yaml:"runs"`
	// Deletes says that it deletes the key which is argument Key, counted from 0
	// with the receiver first, and all that begin with it if an option says so.
	Deletes bool `yaml:"deletes"`
	Key     int  `yaml:"key"`
	// Prefix says that it yields such an option.
	Prefix bool `yaml:"prefix"`
	// Selects says that it deletes the objects of a type that its options select.
	Selects bool `yaml:"selects"`
}

// DeleteFunction returns what is known of a function by its name, or nil. That a
// method has a pointer for its receiver does not matter.
func DeleteFunction(name string) *DeleteFunc {
	t, _ := deletes()
	return t.funcs[withoutStar(name)]
}

// DeleteFunctions yields what is known of each function, by its name as the table
// has it.
func DeleteFunctions() iter.Seq2[string, *DeleteFunc] {
	return func(yield func(string, *DeleteFunc) bool) {
		t, _ := deletes()
		for i := range t.Functions {
			row := &t.Functions[i]
			for _, name := range row.Names {
				if !yield(name, &row.DeleteFunc) {
					return
				}
			}
		}
	}
}

//go:embed deletes.yaml
var deletesYAML []byte

// deletesTable has the form of deletes.yaml.
type deletesTable struct {
	Functions []deleteRow `yaml:"functions"`

	funcs map[string]*DeleteFunc
}

type deleteRow struct {
	DeleteFunc `yaml:",inline"`
	Names      []string `yaml:"names"`
}

var deletes = sync.OnceValues(func() (*deletesTable, error) {
	return parseDeletes("deletes.yaml", deletesYAML)
})

// parseDeletes returns a table that is empty if there is an error.
func parseDeletes(filename string, data []byte) (*deletesTable, error) {
	t := &deletesTable{funcs: make(map[string]*DeleteFunc)}
	if err := decode(filename, data, t); err != nil {
		return new(deletesTable), err
	}
	for i := range t.Functions {
		row := &t.Functions[i]
		n := 0
		for _, set := range []bool{row.Runs, row.Deletes, row.Prefix, row.Selects} {
			if set {
				n++
			}
		}
		if n != 1 || !row.Deletes && row.Key != 0 {
			return new(deletesTable), fmt.Errorf("%s: row %d does not say what its functions do", filename, i+1)
		}
		for _, name := range row.Names {
			key := withoutStar(name)
			switch {
			case !funcName.MatchString(name):
				return new(deletesTable), fmt.Errorf("%s: %q does not name a function", filename, name)
			case t.funcs[key] != nil:
				return new(deletesTable), fmt.Errorf("%s: %s is listed twice", filename, name)
			}
			t.funcs[key] = &row.DeleteFunc
		}
	}
	return t, nil
}
