package config

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var yearadd = Check{Names: []string{"yearadd"}, Family: "date", Profile: Default}

func mustParse(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Parse("f.yaml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestEnabledFor(t *testing.T) {
	const text = `
now: 2026-11-22
checks:
  cert: false
  sharedcert: true
paths:
  - match: old/**
    checks: {all: false}
  - match: old/new/*.go
    checks: {date: true}
`
	c := mustParse(t, text)
	c.Root = "/m"
	if got := c.Now.Format(DateLayout); got != "2026-11-22" {
		t.Errorf("now = %s", got)
	}
	for _, tc := range []struct {
		file, slug, family string
		profile            Profile
		want               bool
	}{
		{"/m/a.go", "yearadd", "date", Default, true},
		{"/m/a.go", "fixedyear", "date", Strict, false},
		{"/m/a.go", "embeddedkey", "cert", Default, false},
		{"/m/a.go", "sharedcert", "cert", Default, true},
		{"/m/old/a.go", "yearadd", "date", Default, false},
		{"/m/old/deep/er/a.go", "yearadd", "date", Default, false},
		{"/m/older/a.go", "yearadd", "date", Default, true},
		{"/m/old/new/a.go", "yearadd", "date", Default, true},
		{"/m/old/new/a.go", "sharedcert", "cert", Default, false},
	} {
		if got := c.EnabledFor(tc.file, Check{Names: []string{tc.slug}, Family: tc.family, Profile: tc.profile}); got != tc.want {
			t.Errorf("EnabledFor(%s, %s) = %v, want %v", tc.file, tc.slug, got, tc.want)
		}
	}
	if off := mustParse(t, "checks: {all: false}\npaths: [{match: a.go, checks: {yearadd: true}}]"); !off.Enabled(yearadd) {
		t.Error("a check that is on for one file is off altogether")
	}
}

func TestStrictProfile(t *testing.T) {
	c := mustParse(t, "profile: strict\n")
	if !c.Enabled(Check{Names: []string{"fixedyear"}, Family: "date", Profile: Strict}) {
		t.Error("a strict check is off in the strict profile")
	}
}

func TestParseErrors(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"nowadays: 1\n", `f.yaml:1: unknown key "nowadays"`},
		{"checks:\n  yearadd: maybe\n", `f.yaml:2: yearadd: want true or false, not "maybe"`},
		{"checks: [yearadd]\n", `f.yaml:1: checks must map names`},
		{"generated: 3\n", "f.yaml:1: "},
		{"\nnow: 2026-02-30\n", `f.yaml:2: "2026-02-30" is not a date`},
		{"profile: lax\n", `f.yaml:1: unknown profile "lax"`},
		{"paths: [{match: '[', checks: {all: false}}]\n", `f.yaml:1: bad pattern "["`},
		{"\npaths: [{checks: {all: false}}]\n", `f.yaml:2: bad pattern ""`},
		{"paths:\n- match: a/**/b\n  checks: {all: false}\n", `f.yaml:2: bad pattern "a/**/b" in match: ** stands only for the last element`},
		{"paths: [{match: '**/b.go', checks: {all: false}}]\n", `f.yaml:1: bad pattern`},
		{"paths: [{match: 'a**', checks: {all: false}}]\n", `f.yaml:1: bad pattern`},
		{"paths: [{match: ./a/**, checks: {all: false}}]\n", `f.yaml:1: bad pattern "./a/**" in match: names are relative`},
		{"paths: [{match: /a/*.go, checks: {all: false}}]\n", `f.yaml:1: bad pattern`},
		{"paths: [{match: ../a, checks: {all: false}}]\n", `f.yaml:1: bad pattern`},
		{"paths: [{match: 'internal\\legacy\\*.go', checks: {all: false}}]\n", `f.yaml:1: bad pattern "internal\\legacy\\*.go" in match: directories end with / on every system`},
		{"paths: [{match: a/, checks: {all: false}}]\n", `f.yaml:1: bad pattern`},
		{"paths:\n- match: a\n", `f.yaml:2: an entry of paths without checks`},
		{"paths:\n- match: a\n  checks: {}\n", `f.yaml:2: an entry of paths without checks`},
		{"paths:\n- match: a\n  chekcs: {}\n", `f.yaml:3: unknown key "chekcs"`},
		{"paths:\n- match: a\n  match: b\n", `f.yaml:3: match is there twice`},
		{"paths: [a]\n", `f.yaml:1: want a mapping of match and checks, not "a"`},
		{"paths: {match: a}\n", `f.yaml:1: want a list of match and checks in paths, not a mapping`},
		{"- a\n", `f.yaml:1: want keys and their values, not a list`},
		{"words\n", "f.yaml:1: want keys and their values, not `words`"},
		{"checks:\n  yearadd: true\n  monthadd: true\n  yearadd: false\n", `f.yaml:4: yearadd is there twice`},
		{"checks:\n  yearadd: no\n", `f.yaml:2: yearadd: want true or false, not "no"`},
		{"checks:\n  yearadd: [true]\n", `f.yaml:2: yearadd: want true or false, not a list`},
		{"generated: yes\n", `f.yaml:1: generated: want true or false, not "yes"`},
		{"generated: true\n---\ngenerated: false\n", `f.yaml:2: a second document is not read`},
		{"a: b: c\n", "f.yaml:1: "},
	} {
		_, err := Parse("f.yaml", []byte(tc.text))
		if _, windows := Parse("f.yaml", []byte(strings.ReplaceAll(tc.text, "\n", "\r\n"))); fmt.Sprint(windows) != fmt.Sprint(err) {
			t.Errorf("Parse(%q) = %v, with the lines of Windows %v", tc.text, err, windows)
		}
		if err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("Parse(%q) = %v, want an error with %q", tc.text, err, tc.want)
		} else if strings.Contains(err.Error(), "config.") {
			t.Errorf("Parse(%q) = %v, which names a Go type", tc.text, err)
		}
	}
}

func TestWholeTree(t *testing.T) {
	c := mustParse(t, "paths: [{match: '**', checks: {all: false}}, {match: 'a*/**', checks: {all: true}}]")
	c.Root = "/m"
	for file, want := range map[string]bool{"/m/x.go": false, "/m/b/c/x.go": false, "/m/ab/c/x.go": true, "/n/x.go": true} {
		if got := c.EnabledFor(file, yearadd); got != want {
			t.Errorf("in %s a check is on: %v, want %v", file, got, want)
		}
	}
}

func TestEmptyFile(t *testing.T) {
	if c := mustParse(t, "# nothing\n"); !c.Enabled(yearadd) {
		t.Error("an empty file switches checks off")
	}
}

func TestValidate(t *testing.T) {
	known := []Check{yearadd}
	if err := mustParse(t, "checks: {all: false, yearadd: true, date: true}").Validate(known); err != nil {
		t.Error(err)
	}
	err := mustParse(t, "checks:\n  yearadd: true\n  yeradd: true\n").Validate(known)
	if err == nil || !strings.HasPrefix(err.Error(), `f.yaml:3: unknown check "yeradd"`) {
		t.Errorf("error = %v, want one at f.yaml:3", err)
	}
}

func TestParseSwitches(t *testing.T) {
	for list, want := range map[string]map[string]bool{
		"yearadd":    {"yearadd": true, "other": false},
		"-yearadd":   {"yearadd": false, "other": true},
		"all,-other": {"yearadd": true, "other": false},
		"date":       {"yearadd": true, "other": false},
	} {
		switches, err := ParseSwitches(list)
		if err != nil {
			t.Fatal(err)
		}
		c := &Config{Checks: switches}
		for slug, on := range want {
			family := "cert"
			if slug == "yearadd" {
				family = "date"
			}
			if got := c.Enabled(Check{Names: []string{slug}, Family: family, Profile: Default}); got != on {
				t.Errorf("--checks %s: %s on = %v, want %v", list, slug, got, on)
			}
		}
	}
	if _, err := ParseSwitches("yearadd,,x"); err == nil {
		t.Error("an empty name is accepted")
	}
}

func TestFind(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		name = filepath.Join(root, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	write("go.mod", "module m\n")
	write(FileName, "")
	write("a/b/b.go", "package b\n")
	write("nested/go.mod", "module n\n")
	if got, want := Find(filepath.Join(root, "a", "b")), filepath.Join(root, FileName); got != want {
		t.Errorf("Find below the root = %q, want %q", got, want)
	}
	if got := Find(filepath.Join(root, "nested")); got != "" {
		t.Errorf("a nested module takes the configuration %q of the module around it", got)
	}
	write("nested/.leapguard.yml", "")
	if _, err := Load(Find(filepath.Join(root, "nested"))); err == nil || !strings.HasSuffix(err.Error(), "is called .leapguard.yaml; rename it") {
		t.Errorf("a misnamed configuration: %v, want an error", err)
	}
}

func TestOutsideFile(t *testing.T) {
	for _, tt := range []struct {
		name, root string
		mainModule bool
		want       bool
	}{
		{"/home/me/go/pkg/mod/example.com/m@v1.2.3/a.go", "", false, true},
		{"/home/me/go/pkg/mod/example.com/m@v1.2.3/a.go", "/home/me/go/pkg/mod/example.com/m@v1.2.3", false, true},
		{"/work/m@v1.2.3/a.go", "/work/m@v1.2.3", true, false},
		{"/src/m/vendor/example.com/dep/a.go", "", false, true},
		{"/src/m/vendor/example.com/dep/a.go", "/src/m", true, true},
		{"/src/vendor/m/a.go", "/src/vendor/m", true, false},
		{"/src/vendor/m/a.go", "/src/vendor/m", false, false},
		{"/src/vendor/m/vendor/example.com/dep/a.go", "/src/vendor/m", false, true},
		{"external/com_example_dep/a.go", "", false, true},
		{"/x/execroot/_main/external/dep/a.go", "", false, true},
		{"bazel-out/k8-fastbuild/bin/external/com_example_dep/a.pb.go", "", false, true},
		{"/x/execroot/_main/bazel-out/k8-fastbuild/bin/external/dep/a.go", "", false, true},
		{"bazel-out/k8-fastbuild/bin/internal/a.pb.go", "", false, false},
		{"/src/m/internal/external/a.go", "", false, false},
		{"/src/user@vendors/a.go", "", false, false},
		{"/src/m/a.go", "", false, false},
		{"C:/Users/me/go/pkg/mod/example.com/m@v1.2.3/a.go", "", false, true},
		{"C:/src/m/vendor/example.com/dep/a.go", "C:/src/m", true, true},
		{"C:/src/vendor/m/a b.go", "C:/src/vendor/m", true, false},
		{"C:/users/me/_bazel/x/execroot/_main/external/dep/a.go", "", false, true},
	} {
		if got := outsideFile(tt.name, tt.root, tt.mainModule); got != tt.want {
			t.Errorf("outsideFile(%q, %q, %v) = %v, want %v", tt.name, tt.root, tt.mainModule, got, tt.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("now: 2026-11-22\nchecks: {all: false}\npaths: [{match: a/**, checks: {x: true}}]\n"))
	f.Add([]byte("checks: &a\n  x: *a\n"))
	f.Add([]byte("options: {x: &o {y: [a, 1], z: true}, w: *o}\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse("f.yaml", data)
		if (c == nil) == (err == nil) {
			t.Fatalf("parse returned %v, %v", c, err)
		}
	})
}
