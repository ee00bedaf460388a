package models

import (
	"slices"
	"testing"
)

func TestPathFunction(t *testing.T) {
	for name, want := range map[string]PathFunc{
		"os.RemoveAll":                                   {Removes: true},
		"(*os.Root).RemoveAll":                           {Removes: true, Of: 1},
		"(github.com/spf13/afero.Fs).RemoveAll":          {Removes: true, Of: 1},
		"(github.com/spf13/afero.OsFs).RemoveAll":        {Removes: true, Of: 1},
		"(*github.com/spf13/afero.MemMapFs).RemoveAll":   {Removes: true, Of: 1},
		"(*github.com/spf13/afero.BasePathFs).RemoveAll": {Removes: true, Of: 1},
		"github.com/go-git/go-billy/v5/util.RemoveAll":   {Removes: true, Of: 1},
		"path/filepath.Join":                             {Joins: true},
		"path/filepath.Base":                             {Keeps: true},
		"os.Getenv":                                      {Given: "any"},
		"(net/url.Values).Get":                           {Given: "request"},
		"(*net/http.Request).PathValue":                  {Given: "segment"},
		"os.Stat":                                        {Exists: true},
		"(io/fs.DirEntry).Name":                          {Named: true},
		"os.MkdirTemp":                                   {Makes: true},
	} {
		if got := PathFunction(name); got == nil || *got != want {
			t.Errorf("PathFunction(%q) = %+v, want %+v", name, got, want)
		}
	}
	if got := PathFunction("path/filepath.IsLocal"); got != nil {
		t.Errorf("of a function that is not listed, %+v is known", got)
	}
}

// TestPathsOrder keeps the table easy to search.
func TestPathsOrder(t *testing.T) {
	table, err := paths()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table.Functions {
		if !slices.IsSorted(row.Names) {
			t.Errorf("not in order: %q", row.Names)
		}
	}
}

func TestParsePathsErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"functions: [{joins: true, name: [a.F]}]", "x.yaml: yaml: unmarshal errors:\n  line 1: field name not found in type models.pathRow"},
		{"functions: [{names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{given: some, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{joins: true, given: any, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{joins: true, keeps: true, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{joins: true, of: 1, names: [a.F]}]", "x.yaml: row 1 does not say what its functions do"},
		{"functions: [{joins: true, names: [F]}]", `x.yaml: "F" does not name a function`},
		{"functions: [{joins: true, names: [(a.T).F, (*a.T).F]}]", "x.yaml: (*a.T).F is listed twice"},
	} {
		_, err := parsePaths("x.yaml", []byte(test.text))
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: error %v, want %s", test.text, err, test.want)
		}
	}
}
