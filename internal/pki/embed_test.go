package pki

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestDirectives(t *testing.T) {
	const src = `package p

import "embed"

//go:embed one.txt
var one string

//go:embed a b
//go:embed "c d" ` + "`e`" + `
// A comment may stand between.

var many embed.FS

var (
	//go:embed	in.group
	grouped []byte
	plain   string
)

//go:embed lost.txt
const none = 1

//go:embed lost.txt
var two, names string

//go:embedded no.txt
var other string

//go:embed lost.txt
var value = "x"

//go:embed "open
var broken string

//go:embed end.txt
`
	file, err := parser.ParseFile(token.NewFileSet(), "p.go", src, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	got := make(map[string]string)
	for name, patterns := range directives(file) {
		got[name.Name] = strings.Join(patterns, "|")
	}
	want := map[string]string{"one": "one.txt", "many": "a|b|c d|e", "grouped": "in.group", "broken": ""}
	for name, patterns := range want {
		if got[name] != patterns {
			t.Errorf("%s embeds %q, want %q", name, got[name], patterns)
		}
		delete(got, name)
	}
	if len(got) > 0 {
		t.Errorf("these embed nothing: %v", got)
	}
}

func TestFiles(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"server.key", "_server.key", "keys/a.key", "keys/.hidden.key", "keys/_old/b.key", "keys/deep/c.key",
		"vendor/v.key", ".git/g.key", "other/go.mod", "other/o.key", "we [1].key",
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	outside := filepath.Join(t.TempDir(), "outside.key")
	if err := os.WriteFile(outside, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "link.key")); err != nil {
		t.Skip(err)
	}
	tests := []struct{ patterns, want string }{
		{"server.key", "server.key"},
		{"*.key", "_server.key,server.key,we [1].key"},
		{"keys", "keys/a.key,keys/deep/c.key"},
		{"keys/*", "keys/.hidden.key,keys/a.key,keys/deep/c.key,keys/_old/b.key"},
		{"all:keys", "keys/.hidden.key,keys/_old/b.key,keys/a.key,keys/deep/c.key"},
		{"server.key|keys/a.key|server.key", "keys/a.key,server.key"},
		{"we \\[1\\].key", "we [1].key"},
		{"../*", ""},
		{"./server.key", ""},
		{"/server.key", ""},
		{".", ""},
		{"keys/", ""},
		{"[", ""},
		{"missing.key", ""},
		{"vendor", ""},
		{".git", ""},
		{"other", ""},
		{"other/o.key", ""},
		{"link.key", ""},
	}
	for _, test := range tests {
		e := &Embed{dir: dir, patterns: strings.Split(test.patterns, "|"), readFile: os.ReadFile}
		want := strings.Split(test.want, ",")
		slices.Sort(want)
		if got := strings.Join(e.Files(), ","); got != strings.Join(want, ",") {
			t.Errorf("%q embeds %s, want %s", test.patterns, got, strings.Join(want, ","))
		}
	}

	e := &Embed{dir: dir, readFile: os.ReadFile}
	if got := string(e.Read("keys/a.key")); got != "keys/a.key" {
		t.Errorf("keys/a.key reads %q", got)
	}
	for _, name := range []string{"missing.key", "keys", "link.key"} {
		if e.Read(name) != nil {
			t.Errorf("%s can be read", name)
		}
	}
	if err := os.Truncate(filepath.Join(dir, "server.key"), maxFile+1); err != nil {
		t.Fatal(err)
	}
	if e.Read("server.key") != nil {
		t.Error("a large file is read")
	}
}

func FuzzPatterns(f *testing.F) {
	f.Add("a b\t\"c d\" `e`")
	f.Add(`"\x"`)
	f.Fuzz(func(t *testing.T, args string) {
		patterns := parsePatterns(args)
		var quoted strings.Builder
		for _, p := range patterns {
			quoted.WriteString(strconv.Quote(p) + " ")
		}
		if again := parsePatterns(quoted.String()); !slices.Equal(again, patterns) {
			t.Errorf("%q gives %q, which when quoted gives %q", args, patterns, again)
		}
	})
}

func TestHeadEnd(t *testing.T) {
	for src, want := range map[string]string{
		"`-----BEGIN PRIVATE KEY-----\nMIG`":                 "`-----BEGIN PRIVATE KEY-----",
		`"-----BEGIN PRIVATE KEY-----\nMIG"`:                 `"-----BEGIN PRIVATE KEY-----`,
		`("-----BEGIN PRIVATE KEY-----\n" + "MIG") + "x"`:    `("-----BEGIN PRIVATE KEY-----`,
		`"LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0tCk1JR0hBZ0VB"`: `"LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0`,
		`"short"`: `"short"`,
	} {
		e, err := parser.ParseExpr(src)
		if err != nil {
			t.Fatal(err)
		}
		start := token.Pos(1)
		if p, ok := e.(*ast.ParenExpr); ok {
			start = p.Pos()
		}
		if got := src[:headEnd(e)-start]; got != want {
			t.Errorf("%s is shown as %s, want %s", src, got, want)
		}
	}
}
