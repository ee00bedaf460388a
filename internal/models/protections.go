package models

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A Protection describes how something that protects is switched off and on
// again by APIs outside of the module. The kinds of description are
// alternatives; each may be empty.
type Protection struct {
	Name      string         `yaml:"name"` // the state without it, as in "foreign keys off"
	SQL       *SQLSetting    `yaml:"sql"`
	Calls     []CallSwitch   `yaml:"calls"`
	Names     []NamePair     `yaml:"names"`
	Constants *ConstantPair  `yaml:"constants"`
	Commands  []CommandFlags `yaml:"commands"`
	// Inverse matches the names of functions that are to switch on.
	Inverse string `yaml:"inverse"`
	// Deliberate says that what failed is often left as it is on purpose.
	Deliberate bool `yaml:"deliberate"`

	inverse *regexp.Regexp
}

// A SQLSetting is switched by SQL statements.
type SQLSetting struct {
	Off         string `yaml:"off"`         // regular expression of the whole statement
	Setting     string `yaml:"setting"`     // regular expression of how any statement that sets it begins
	Transaction string `yaml:"transaction"` // Kept, Undone or Ignored

	off, setting *regexp.Regexp
}

// What becomes of a statement that is executed within a transaction.
const (
	Kept    = "kept"    // the setting outlives the transaction
	Undone  = "undone"  // by a rollback
	Ignored = "ignored" // it has no effect there
)

// A CallSwitch is a function with an argument that says which way.
type CallSwitch struct {
	Func   string `yaml:"func"`   // as errcheck names it
	Object int    `yaml:"object"` // index of the argument that names what is protected
	Switch int    `yaml:"switch"` // index of the argument that says which way
	Off    bool   `yaml:"off"`    // its value that switches off
}

// A NamePair is a function or method that another one, of the same package or
// type, undoes.
type NamePair struct {
	Off string `yaml:"off"`
	On  string `yaml:"on"`
}

// A ConstantPair is a pair of arguments, such as the requests of an ioctl.
type ConstantPair struct {
	Packages []string `yaml:"packages"` // of the functions that take them
	Off      int64    `yaml:"off"`
	On       int64    `yaml:"on"`
}

// CommandFlags are the flags of a program that switch.
type CommandFlags struct {
	Tool string   `yaml:"tool"`
	Off  []string `yaml:"off"`
	On   []string `yaml:"on"`
}

//go:embed protections.yaml
var protectionsYAML []byte

type protectionTable struct {
	SQLMethods  []string     `yaml:"sqlMethods"`
	Protections []Protection `yaml:"protections"`
}

var protections = sync.OnceValues(func() (*protectionTable, error) {
	return parseProtections("protections.yaml", protectionsYAML)
})

// Protections returns all protections.
func Protections() []Protection {
	t, _ := protections()
	return t.Protections
}

// ExecutesSQL reports whether methods of a name are taken to execute the SQL
// text that they are given.
func ExecutesSQL(method string) bool {
	t, _ := protections()
	return slices.Contains(t.SQLMethods, method)
}

// parseProtections returns a table that is empty if there is an error.
func parseProtections(filename string, data []byte) (*protectionTable, error) {
	t := new(protectionTable)
	if err := decode(filename, data, t); err != nil {
		return new(protectionTable), err
	}
	for i := range t.Protections {
		if err := t.Protections[i].check(); err != nil {
			return new(protectionTable), fmt.Errorf("%s: %w", filename, err)
		}
	}
	return t, nil
}

func (p *Protection) check() error {
	if p.Name == "" {
		return fmt.Errorf("a protection without a name")
	}
	for _, c := range p.Calls {
		if !funcName.MatchString(c.Func) {
			return fmt.Errorf("%s: %q does not name a function", p.Name, c.Func)
		}
	}
	var err error
	if p.Inverse != "" {
		if p.inverse, err = regexp.Compile("(?i)" + p.Inverse); err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	if p.SQL == nil {
		return nil
	}
	if !slices.Contains([]string{Kept, Undone, Ignored}, p.SQL.Transaction) {
		return fmt.Errorf("%s: transaction is %q", p.Name, p.SQL.Transaction)
	}
	if p.SQL.off, err = regexp.Compile("(?i)^(" + p.SQL.Off + ")$"); err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	if p.SQL.setting, err = regexp.Compile("(?i)^(" + p.SQL.Setting + ")"); err != nil {
		return fmt.Errorf("%s: %w", p.Name, err)
	}
	return nil
}

// Sets reports whether a statement sets the setting, and whether to off. Text
// of several statements does not.
func (s *SQLSetting) Sets(statement string) (sets, off bool) {
	statement = strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(statement), ";"))
	statement = strings.Join(strings.Fields(statement), " ")
	switch {
	case strings.Contains(statement, ";"):
		return false, false
	case s.off.MatchString(statement):
		return true, true
	}
	return s.setting.MatchString(statement), false
}

// Inverts reports whether a function of the given name is to switch on.
func (p *Protection) Inverts(name string) bool {
	return p.inverse != nil && p.inverse.MatchString(name)
}
