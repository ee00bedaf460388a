package config

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func TestModels(t *testing.T) {
	c := mustParse(t, `models:
  - func: (*example.com/disks.v2.Disk).Format
    danger: {kind: format, obj: recv}
  - func: [example.com/disks.Erasable, example.com/disks.Blank]
    check: {kind: format, obj: '#0.Name', when: true, err: must-abort}
  - field: example.com/disks.Disk.Owner
    flag: {kind: format, when: null}
  - func: (example.com/disks.Node).Unlock
    off: {kind: lock, obj: recv, restore: Lock}
`)
	want := []Model{
		{Name: "(*example.com/disks.v2.Disk).Format", Verb: "danger", Kind: "format", Obj: "recv", Where: "f.yaml:3"},
		{Name: "example.com/disks.Erasable", Verb: "check", Kind: "format", Obj: "#0.Name", When: "true", Abort: true, Where: "f.yaml:5"},
		{Name: "example.com/disks.Blank", Verb: "check", Kind: "format", Obj: "#0.Name", When: "true", Abort: true, Where: "f.yaml:5"},
		{Name: "example.com/disks.Disk.Owner", Field: true, Verb: "flag", Kind: "format", When: "nil", Where: "f.yaml:7"},
		{Name: "(example.com/disks.Node).Unlock", Verb: "off", Kind: "lock", Obj: "recv", Restore: "Lock", Where: "f.yaml:9"},
	}
	var got []Model
	for _, m := range c.Models {
		got = append(got, *m)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("models\n%+v, want\n%+v", got, want)
	}
}

func TestModelNames(t *testing.T) {
	for _, tc := range []struct {
		model          Model
		pkg, typ, name string
	}{
		{Model{Name: "os.Remove"}, "os", "", "Remove"},
		{Model{Name: "gopkg.in/yaml.v3.Unmarshal"}, "gopkg.in/yaml.v3", "", "Unmarshal"},
		{Model{Name: "(*gopkg.in/yaml.v3.Node).Decode"}, "gopkg.in/yaml.v3", "Node", "Decode"},
		{Model{Name: "(example.com/a.b/c.T).M"}, "example.com/a.b/c", "T", "M"},
		{Model{Name: "example.com/c.T.F", Field: true}, "example.com/c", "T", "F"},
	} {
		typ, name := tc.model.Names()
		if pkg := tc.model.Package(); pkg != tc.pkg || typ != tc.typ || name != tc.name {
			t.Errorf("%s is %s, %s, %s", tc.model.Name, pkg, typ, name)
		}
	}
}

func TestModelErrors(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"models: {func: a.F}", "f.yaml:1: want a list of models, not a mapping"},
		{"models:\n- a.F\n", `f.yaml:2: want a mapping of func or field and verbs, not "a.F"`},
		{"models:\n- danger: {kind: k, obj: x}\n", "f.yaml:2: a model without func or field"},
		{"models:\n- func: []\n  danger: {kind: k, obj: x}\n", "f.yaml:2: a model without func or field"},
		{"models:\n- func: a.F\n", "f.yaml:2: a model that says nothing; want one of danger"},
		{"models:\n- func: a.F\n  field: a.T.F\n", "f.yaml:3: a model speaks of func or of field"},
		{"models:\n- func: F\n  danger: {kind: k, obj: x}\n", `f.yaml:2: "F" does not name a function`},
		{"models:\n- field: a.F\n  flag: {kind: k, when: true}\n", `f.yaml:2: "a.F" does not name a field`},
		{"models:\n- func: a.F\n  dangr: {kind: k, obj: x}\n", `f.yaml:3: unknown key "dangr"`},
		{"models:\n- func: a.F\n  danger: {kind: k, obj: x, when: true}\n", `f.yaml:3: unknown key "when" of danger`},
		{"models:\n- func: a.F\n  danger: {kind: k}\n", "f.yaml:3: danger without obj"},
		{"models:\n- func: a.F\n  danger: {kind: K, obj: x}\n", `f.yaml:3: kind "K" is not of the form`},
		{"models:\n- func: a.F\n  danger: {kind: k, obj: any.X}\n", ""},
		{"models:\n- func: a.F\n  danger: {kind: k, obj: x y}\n", `f.yaml:3: obj "x y" is not recv`},
		{"models:\n- func: a.F\n  check: {kind: k, obj: x, err: ignore}\n", `f.yaml:3: err "ignore" of check is not must-abort`},
		{"models:\n- func: a.F\n  check: {kind: k, obj: [x]}\n", "f.yaml:3: want a word in obj, not a list"},
		{"models:\n- func: a.F\n  flag: {kind: k, when: true}\n", "f.yaml:3: flag is for fields"},
		{"models:\n- field: a.T.F\n  danger: {kind: k, obj: x}\n", "f.yaml:3: flag is for fields"},
		{"models:\n- func: a.F\n  off: {kind: k, obj: x, restore: ''}\n", "f.yaml:3: off without restore"},
	} {
		_, err := Parse("f.yaml", []byte(tc.text))
		if tc.want == "" {
			if err != nil {
				t.Errorf("Parse(%q): %v", tc.text, err)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("Parse(%q) = %v, want an error with %q", tc.text, err, tc.want)
		}
	}
}

// TestStudies reads the models of projects that docs/evidence judges.
func TestStudies(t *testing.T) {
	files, err := filepath.Glob("../../docs/evidence/guard-study/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("found %d files, error %v", len(files), err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c, err := Parse(name, data)
		if err != nil {
			t.Error(err)
		} else if len(c.Models) == 0 {
			t.Errorf("%s has no models", name)
		}
	}
}
