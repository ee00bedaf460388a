package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// A requirement is a row of docs/requirements.tsv, with the tests that name it.
type requirement struct {
	id, part, text string
	tests          []string // links
}

// requirementID is how a requirement is named, in the table and in comments.
var requirementID = regexp.MustCompile(`\b(LD|ST|CX)-\d+\b`)

// outages are the families of requirements, in the order of the page.
var outages = []struct{ prefix, title string }{
	{"LD", "The leap day of 29 February 2012"},
	{"ST", "The storage outage of 28 December 2012"},
	{"CX", "The certificates that expired on 22 February 2013"},
}

const requirementsHead = `<!-- Generated from docs/requirements.tsv and the comments of tests by go generate; do not edit. -->

# Requirements of fabric

What the reports of the three outages ask of the systems in [fabric](../fabric), and
the tests that check it. A test is listed when its doc comment names the requirement.
What no test checks is open: above all rollouts, the watching of certificates,
switches, status pages, recovery, a second region and credits, which fabric does not
have yet.
`

// requirements returns docs/requirements.md for the module in a file system. It is an
// error if a test names a requirement that is not in the table.
func requirements(root fs.FS) ([]byte, error) {
	rows, err := requirementRows(root)
	if err != nil {
		return nil, err
	}
	if err := nameTests(root, rows); err != nil {
		return nil, err
	}
	var page bytes.Buffer
	page.WriteString(requirementsHead)
	for _, o := range outages {
		fmt.Fprintf(&page, "\n## %s\n\n| id | part | requirement | tests |\n|---|---|---|---|\n", o.title)
		checked, all := 0, 0
		for _, r := range rows {
			if !strings.HasPrefix(r.id, o.prefix+"-") {
				continue
			}
			all++
			tests := "open"
			if len(r.tests) > 0 {
				checked++
				tests = strings.Join(r.tests, ", ")
			}
			fmt.Fprintf(&page, "| %s | %s | %s | %s |\n", r.id, r.part, r.text, tests)
		}
		fmt.Fprintf(&page, "\nOf %d requirements, %d have a test.\n", all, checked)
	}
	return page.Bytes(), nil
}

// requirementRows reads the table.
func requirementRows(root fs.FS) ([]*requirement, error) {
	text, err := fs.ReadFile(root, "docs/requirements.tsv")
	if err != nil {
		return nil, err
	}
	var rows []*requirement
	seen := make(map[string]bool)
	for i, line := range strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") {
		fields := strings.Split(line, "\t")
		switch {
		case i == 0:
			continue
		case len(fields) != 3 || requirementID.FindString(fields[0]) != fields[0] || strings.Contains(line, "|"):
			return nil, fmt.Errorf("docs/requirements.tsv:%d: not an id, a part and a text", i+1)
		case seen[fields[0]]:
			return nil, fmt.Errorf("docs/requirements.tsv:%d: %s is there twice", i+1, fields[0])
		}
		seen[fields[0]] = true
		rows = append(rows, &requirement{id: fields[0], part: fields[1], text: fields[2]})
	}
	return rows, nil
}

// nameTests adds to each row the tests that name it: those of fabric, with the modules
// below it, those of the whole tree, which stand beside the registry, and those of the
// command.
func nameTests(root fs.FS, rows []*requirement) error {
	var files []string
	for _, pattern := range []string{"analyzers/*_test.go", "cmd/leapguard/*_test.go"} {
		names, err := fs.Glob(root, pattern)
		if err != nil {
			return err
		}
		files = append(files, names...)
	}
	err := fs.WalkDir(root, "fabric", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && d.Name() == "testdata":
			return fs.SkipDir
		case strings.HasSuffix(name, "_test.go"):
			files = append(files, name)
		}
		return nil
	})
	var unknown []error
	for _, name := range files {
		unknown = append(unknown, nameTestsOf(root, name, rows))
	}
	return errors.Join(append(unknown, err)...)
}

// nameTestsOf adds the tests of a file.
func nameTestsOf(root fs.FS, name string, rows []*requirement) error {
	text, err := fs.ReadFile(root, name)
	if err != nil {
		return err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	var unknown []error
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Recv != nil || !isTest(f.Name.Name) {
			continue
		}
		link := fmt.Sprintf("[%s.%s](../%s)", path.Base(path.Dir(name)), f.Name.Name, name)
		ids := requirementID.FindAllString(f.Doc.Text(), -1)
		slices.Sort(ids)
		for _, id := range slices.Compact(ids) {
			i := slices.IndexFunc(rows, func(r *requirement) bool { return r.id == id })
			if i < 0 {
				unknown = append(unknown, fmt.Errorf("%s: %s names %s, which docs/requirements.tsv does not have", fset.Position(f.Pos()), f.Name.Name, id))
				continue
			}
			rows[i].tests = append(rows[i].tests, link)
		}
	}
	return errors.Join(unknown...)
}

func isTest(name string) bool {
	return strings.HasPrefix(name, "Test") || strings.HasPrefix(name, "Fuzz") || strings.HasPrefix(name, "Example")
}
