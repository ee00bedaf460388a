package models

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A DateFunc tells what a function does with a date: that of its receiver or
// first argument, which may be of a type of its own, or the present if it has
// neither. One of As, Clock, Same, In, Start, End and Add is set.
type DateFunc struct {
	// As is the name of the function of package time that does the same with
	// the same arguments; more of them may follow.
	As string `yaml:"as"`
	// Clock says that it yields the present, in a location that is not known.
	Clock bool `yaml:"clock"`
	// Same says that it yields the date itself, in its location, or, with Of
	// set, that which is argument Of.
	Same bool `yaml:"same"`
	Of   int  `yaml:"of"`
	// In says that it yields midnight of the date in the location that its
	// second argument is.
	In bool `yaml:"in"`
	// Start and End say that it yields the first midnight or the last moment of
	// the day, week, month, quarter, half or year of the date,
	// in its location.
	Start string `yaml:"start"`
	End   string `yaml:"end"`
	// Add says that it yields the date so much later, multiplied by its second
	// argument if it has one.
	Add *DateSpan `yaml:"add"`
	// Clamps says that Add takes the last day of a month that is too short;
	// without it, it goes on into the next month, as AddDate of package time.
	Clamps bool `yaml:"clamps"`
}

// A DateSpan is a number of years, months and days.
type DateSpan struct {
	Years  int `yaml:"years"`
	Months int `yaml:"months"`
	Days   int `yaml:"days"`
}

// DateFunction returns what is known of a function by its name, or nil. That a
// method has a pointer for its receiver does not matter.
func DateFunction(name string) *DateFunc {
	t, _ := dates()
	return t.funcs[withoutStar(name)]
}

// Timestamp reports whether a field always holds a point in time, rather than
// a date that stands in some location for want of another. Fields are named
// pkg/path.Type.Field.
func Timestamp(field string) bool {
	t, _ := dates()
	return t.timestamps[field]
}

// HasDates reports whether functions or fields of a package are known, which is
// cheap to find out before their names are made.
func HasDates(path string) bool {
	t, _ := dates()
	return t.packages[path]
}

//go:embed dates.yaml
var datesYAML []byte

// datesTable has the form of dates.yaml.
type datesTable struct {
	Functions  []dateRow `yaml:"functions"`
	Timestamps []string  `yaml:"timestamps"`

	funcs      map[string]*DateFunc
	timestamps map[string]bool
	packages   map[string]bool
}

type dateRow struct {
	DateFunc `yaml:",inline"`
	Names    []string `yaml:"names"`
}

var dates = sync.OnceValues(func() (*datesTable, error) {
	return parseDates("dates.yaml", datesYAML)
})

// fieldName is the syntax of the names of fields.
var fieldName = regexp.MustCompile(`^[^\s()*]+\.\w+\.\w+$`)

// parseDates returns a table that is empty if there is an error.
func parseDates(filename string, data []byte) (*datesTable, error) {
	t := &datesTable{funcs: make(map[string]*DateFunc), timestamps: make(map[string]bool), packages: make(map[string]bool)}
	if err := decode(filename, data, t); err != nil {
		return new(datesTable), err
	}
	for i := range t.Functions {
		row := &t.Functions[i]
		if !row.valid() {
			return new(datesTable), fmt.Errorf("%s: row %d does not say what its functions do", filename, i+1)
		}
		for _, name := range row.Names {
			key := withoutStar(name)
			switch {
			case !funcName.MatchString(name):
				return new(datesTable), fmt.Errorf("%s: %q does not name a function", filename, name)
			case t.funcs[key] != nil:
				return new(datesTable), fmt.Errorf("%s: %s is listed twice", filename, name)
			}
			t.funcs[key] = &row.DateFunc
			t.packages[packageOf(key)] = true
		}
	}
	for _, name := range t.Timestamps {
		if !fieldName.MatchString(name) {
			return new(datesTable), fmt.Errorf("%s: %q does not name a field", filename, name)
		}
		t.timestamps[name] = true
		t.packages[packageOf(name)] = true
	}
	return t, nil
}

// valid reports whether the fields of a row make sense together.
func (f *DateFunc) valid() bool {
	n := 0
	for _, set := range []bool{f.As != "", f.Clock, f.Same, f.In, f.Start != "", f.End != "", f.Add != nil} {
		if set {
			n++
		}
	}
	return n == 1 && (f.As == "" || packageOf(f.As) == "time") && (f.Add != nil || !f.Clamps) && (f.Same || f.Of == 0) && isSpan(f.Start) && isSpan(f.End)
}

func isSpan(s string) bool {
	return slices.Contains([]string{"", "day", "week", "month", "quarter", "half", "year"}, s)
}

func withoutStar(name string) string {
	if rest, ok := strings.CutPrefix(name, "(*"); ok {
		return "(" + rest
	}
	return name
}

// packageOf returns the path of the package that a name is qualified with.
func packageOf(name string) string {
	name = strings.TrimPrefix(name, "(")
	dir := strings.LastIndexByte(name, '/') + 1
	path, _, _ := strings.Cut(name[dir:], ".")
	return name[:dir] + path
}
