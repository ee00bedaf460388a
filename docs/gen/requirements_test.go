package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func TestRequirementsUpToDate(t *testing.T) {
	want, err := requirements(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../requirements.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("docs/requirements.md is stale: run go generate ./...")
	}
}

// tableOf returns a file system with a table of requirements and a test.
func tableOf(rows, test string) fstest.MapFS {
	return fstest.MapFS{
		"docs/requirements.tsv":       {Data: []byte("id\tpart\trequirement\n" + rows)},
		"fabric/permit/some_test.go":  {Data: []byte("package permit\n\n" + test)},
		"fabric/permit/testdata/x.go": {Data: []byte("no Go")},
	}
}

func TestRequirements(t *testing.T) {
	const rows = "LD-01\ta\tOne.\nST-02\tb\tTwo.\n"
	page, err := requirements(tableOf(rows, "// TestA is one. ST-02,\n// ST-02.\nfunc TestA() {}\n\n// LD-01 is no test.\nfunc helper() {}\n"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| LD-01 | a | One. | open |\n",
		"| ST-02 | b | Two. | [permit.TestA](../fabric/permit/some_test.go) |\n",
		"Of 1 requirements, 0 have a test.\n",
		"Of 1 requirements, 1 have a test.\n",
	} {
		if !strings.Contains(string(page), want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}

func TestRequirementsWrong(t *testing.T) {
	for name, test := range map[string]struct{ rows, test, want string }{
		"unknown row": {"", "// TestA: see LD-99.\nfunc TestA() {}\n", "fabric/permit/some_test.go:4:1: TestA names LD-99, which docs/requirements.tsv does not have"},
		"twice":       {"LD-01\ta\tOne.\nLD-01\ta\tTwo.\n", "", "docs/requirements.tsv:3: LD-01 is there twice"},
		"two fields":  {"LD-01\tOne.\n", "", "docs/requirements.tsv:2: not an id, a part and a text"},
		"no id":       {"XX-01\ta\tOne.\n", "", "docs/requirements.tsv:2: not an id, a part and a text"},
	} {
		if _, err := requirements(tableOf(test.rows, test.test)); err == nil || err.Error() != test.want {
			t.Errorf("%s: %v, want %s", name, err, test.want)
		}
	}
}
