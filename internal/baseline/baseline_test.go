package baseline

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/leapguard/leapguard/internal/finding"
)

// digits makes a fingerprint of a small number.
func digits(n int) string { return fmt.Sprintf("%032x", n) }

func at(n int, rule, pkg string) finding.Finding {
	return finding.Finding{Analyzer: rule, Package: pkg, Fingerprint: digits(n), Decl: "F"}
}

func entry(n int, rule, pkg string) Entry {
	return Entry{Fingerprint: digits(n), Rule: rule, Package: pkg, Declaration: "F"}
}

func on(string) bool { return true }

func numbers(entries []Entry) []string {
	var out []string
	for _, e := range entries {
		out = append(out, strings.TrimLeft(e.Fingerprint, "0"))
	}
	return out
}

func date(day int) time.Time { return time.Date(2026, time.November, day, 0, 0, 0, 0, time.UTC) }

func TestEncode(t *testing.T) {
	list := []Entry{entry(2, "yearadd", "p"), entry(1, "yearadd", "p"), entry(3, "yearadd", "a"), entry(2, "yearadd", "p"), {Fingerprint: digits(4), Rule: "r", Package: "p", Code: "a < \"b\""}}
	first, err := New(list).Encode()
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(list)
	second, err := New(list).Encode()
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("the order of the entries shows:\n%s\n%s", first, second)
	}
	b, err := parse("b.json", first)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := numbers(b.Entries), []string{"3", "4", "1", "2"}; !slices.Equal(got, want) {
		t.Errorf("entries %v, want %v", got, want)
	}
	if b.Entries[1].Code != `a < "b"` || !bytes.Contains(first, []byte(`a < \"b\"`)) {
		t.Errorf("code %q", b.Entries[1].Code)
	}
	if got := b.Line(entry(1, "", "")); got != 6 {
		t.Errorf("entry 1 in line %d, want 6", got)
	}
	if again, err := b.Encode(); err != nil || !bytes.Equal(first, again) {
		t.Errorf("%s\nis written again as\n%s", first, again)
	}
	crlf := bytes.ReplaceAll(first, []byte("\n"), []byte("\r\n"))
	if b, err := parse("b.json", crlf); err != nil || len(b.Entries) != 4 || b.Line(entry(1, "", "")) != 6 {
		t.Errorf("with carriage returns: %v, %v", b, err)
	}
	marked := append([]byte("\ufeff"), first...)
	if b, err := parse("b.json", marked); err != nil || len(b.Entries) != 4 || b.Line(entry(1, "", "")) != 6 {
		t.Errorf("with a byte order mark: %v, %v", b, err)
	}
	if text, err := New(nil).Encode(); err != nil || string(text) != "{\n  \"version\": 1,\n  \"findings\": []\n}\n" {
		t.Errorf("the empty baseline is %q, %v", text, err)
	}
}

func TestSplit(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"plan9.go":        "package p\n\ntype T struct{}\n\nfunc (t *T) M() {}\n",
		"there/x.go":      "package there\n",
		"outer/x_test.go": "package outer_test\n",
	} {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(name), 0o755), os.WriteFile(name, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	whole := map[string]string{"m": dir}
	pkg := Package{Path: "m/p", Ran: on}
	for _, tt := range []struct {
		name   string
		entry  Entry
		run    Run
		unused bool
	}{
		{"gone", entry(1, "r", "m/p"), Run{Packages: []Package{pkg}}, true},
		{"there", entry(1, "r", "m/p"), Run{Packages: []Package{pkg}, Findings: []finding.Finding{at(1, "r", "m/p")}}, false},
		{"other package analysed", entry(1, "r", "m/q"), Run{Packages: []Package{pkg}}, false},
		{"rule off", entry(1, "r", "m/p"), Run{Packages: []Package{{Path: "m/p", Ran: func(rule string) bool { return rule != "r" }}}}, false},
		{"package failed", entry(1, "r", "m/p"), Run{Packages: []Package{pkg}, Failed: map[string]bool{"m/p": true}}, false},
		{"strict", Entry{Fingerprint: digits(1), Rule: "r", Package: "m/p", Profile: "strict"}, Run{Packages: []Package{pkg}}, false},
		{"strict in strict", Entry{Fingerprint: digits(1), Rule: "r", Package: "m/p", Profile: "strict"}, Run{Packages: []Package{{Path: "m/p", Ran: on, Strict: true}}}, true},
		{"default in strict", entry(1, "r", "m/p"), Run{Packages: []Package{{Path: "m/p", Ran: on, Strict: true}}}, true},
		{"earlier date", Entry{Fingerprint: digits(1), Rule: "r", Package: "m/p", Now: "2026-11-22"}, Run{Packages: []Package{pkg}, Now: date(21), DateDependent: map[string]bool{"r": true}}, false},
		{"same date", Entry{Fingerprint: digits(1), Rule: "r", Package: "m/p", Now: "2026-11-22"}, Run{Packages: []Package{pkg}, Now: date(22), DateDependent: map[string]bool{"r": true}}, true},
		{"in a file for another platform", Entry{Fingerprint: digits(1), Rule: "r", Package: "m/p", Declaration: "(*T).M"}, Run{Packages: []Package{{Path: "m/p", Ran: on, Ignored: []string{filepath.Join(dir, "plan9.go")}}}}, false},
		{"a type there", Entry{Fingerprint: digits(1), Rule: "r", Package: "m/p", Declaration: "T"}, Run{Packages: []Package{{Path: "m/p", Ran: on, Ignored: []string{filepath.Join(dir, "plan9.go")}}}}, false},
		{"not in that file", Entry{Fingerprint: digits(1), Rule: "r", Package: "m/p", Declaration: "M"}, Run{Packages: []Package{{Path: "m/p", Ran: on, Ignored: []string{filepath.Join(dir, "plan9.go")}}}}, true},
		{"a comment, perhaps there", Entry{Fingerprint: digits(1), Rule: "r", Package: "m/p"}, Run{Packages: []Package{{Path: "m/p", Ran: on, Ignored: []string{filepath.Join(dir, "plan9.go")}}}}, false},
		{"a file that cannot be read", entry(1, "r", "m/p"), Run{Packages: []Package{{Path: "m/p", Ran: on, Ignored: []string{filepath.Join(dir, "nosuch.go")}}}}, false},
		{"package gone", entry(1, "r", "m/nosuch"), Run{Modules: whole}, true},
		{"package gone, module in part", entry(1, "r", "m/nosuch"), Run{}, false},
		{"package of another module", entry(1, "r", "mm/nosuch"), Run{Modules: whole}, false},
		{"package for another platform", entry(1, "r", "m/there"), Run{Modules: whole}, false},
		{"external tests gone", entry(1, "r", "m/p_test"), Run{Packages: []Package{pkg}, Tests: true}, true},
		{"external tests left out", entry(1, "r", "m/p_test"), Run{Packages: []Package{pkg}}, false},
		{"external tests without a package", entry(1, "r", "m/outer_test"), Run{Modules: whole}, false},
		{"external tests and package gone", entry(1, "r", "m/nosuch_test"), Run{Modules: whole}, true},
	} {
		_, unused := New([]Entry{tt.entry}).Split(&tt.run)
		if got := len(unused) == 1; got != tt.unused {
			t.Errorf("%s: unused is %v", tt.name, got)
		}
	}
	news, _ := New([]Entry{entry(1, "r", "m/p")}).Split(&Run{Findings: []finding.Finding{at(1, "r", "m/p"), at(2, "r", "m/p")}})
	if len(news) != 1 || news[0].Fingerprint != digits(2) {
		t.Errorf("new: %v", news)
	}
}

func TestWith(t *testing.T) {
	src := "package p\n\nvar key = f(\n\t1,\n\t\"-----BEGIN PRIVATE KEY-----\\nQUJD\\n-----END PRIVATE KEY-----\")\n" + "var long = " + strings.Repeat("é", 200) + "\n"
	read := func(name string) ([]byte, error) {
		if name != "p.go" {
			return nil, fs.ErrNotExist
		}
		return []byte(src), nil
	}
	secret, long, lost := at(1, "dated", "p"), at(2, "r", "p"), at(3, "r", "p")
	secret.Range = finding.Range{File: "p.go", Line: 3, Column: 11, EndLine: 5, EndColumn: 65}
	long.Range = finding.Range{File: "p.go", Line: 6, Column: 12, EndLine: 6, EndColumn: 412}
	lost.Range = finding.Range{File: "lost.go", Line: 6, Column: 12, EndLine: 6, EndColumn: 412}
	old := entry(1, "dated", "p")
	old.Now = "2026-11-20"
	run := &Run{
		Findings: []finding.Finding{secret, long, lost}, Packages: []Package{{Path: "p", Strict: true, Ran: on}},
		Now: date(22), DateDependent: map[string]bool{"dated": true},
	}
	early := *run
	early.Now = date(18)
	if got := New([]Entry{old}).With(&early, read).Entries[0].Now; got != "2026-11-18" {
		t.Errorf("a run of an earlier date leaves %s", got)
	}
	got := New([]Entry{old, entry(9, "r", "q")}).With(run, read)
	want := []Entry{
		{Fingerprint: digits(1), Rule: "dated", Package: "p", Declaration: "F", Now: "2026-11-20", Code: `f( 1, "-----BEGIN PRIVATE KEY-----…-----END PRIVATE KEY-----")`},
		{Fingerprint: digits(2), Rule: "r", Package: "p", Declaration: "F", Profile: "strict", Code: strings.Repeat("é", 99) + "…"},
		{Fingerprint: digits(3), Rule: "r", Package: "p", Declaration: "F", Profile: "strict"},
		entry(9, "r", "q"),
	}
	if !slices.Equal(got.Entries, want) {
		t.Errorf("got  %v\nwant %v", got.Entries, want)
	}
	if left := got.Without(want[:3]); !slices.Equal(left.Entries, want[3:]) {
		t.Errorf("left are %v", left.Entries)
	}
}

func TestWrite(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "b.json")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(dir, "link.json")
	if err := os.Symlink("b.json", link); err != nil {
		t.Skip(err)
	}
	if err := New([]Entry{entry(1, "r", "p")}).Write(link); err != nil {
		t.Fatal(err)
	}
	if b, err := Read(name); err != nil || len(b.Entries) != 1 {
		t.Errorf("%v, %v", b, err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Errorf("the link became %v, %v", info, err)
	}
	if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info, err)
	}
	if err := new(Baseline).Write(dir); err == nil {
		t.Error("a directory was written")
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 2 {
		t.Errorf("left are %v, %v", entries, err)
	}
}

func TestParseWrongTypes(t *testing.T) {
	for text, want := range map[string]string{
		`[]`:                                    "b.json:1: not a baseline: the value cannot be array",
		`{"version": "2.1.0"}`:                  "b.json:1: not a baseline: version cannot be string",
		`{"version": 1.5}`:                      "b.json:1: not a baseline: version cannot be number 1.5",
		`{"version": 1, "findings": {}}`:        "b.json:1: not a baseline: findings cannot be object",
		"{\"version\": 1, \"findings\": [\n3]}": "b.json:2: the value cannot be number",
		"{\"version\": 1, \"findings\": [\n{\"rule\": 5}]}": "b.json:2: rule cannot be number",
	} {
		if _, err := parse("b.json", []byte(text)); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

// Neither time nor memory grows faster than the file.
func TestParseMany(t *testing.T) {
	const count = 100_000
	var entries []Entry
	for n := range count {
		entries = append(entries, entry(n, "r", "p"))
	}
	text, err := New(entries).Encode()
	if err != nil {
		t.Fatal(err)
	}
	b, err := parse("b.json", text)
	if err != nil {
		t.Fatal(err)
	}
	for n, e := range b.Entries {
		if got := b.Line(e); got != n+4 {
			t.Fatalf("entry %d in line %d", n, got)
		}
	}
}

func FuzzParse(f *testing.F) {
	text, err := New([]Entry{entry(1, "r", "p"), entry(2, "r", "p")}).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	f.Add([]byte(`{"version": 1, "findings": [null]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := parse("b.json", data)
		if err != nil {
			return
		}
		text, err := New(b.Entries).Encode()
		if err != nil {
			t.Fatal(err)
		}
		if again, err := parse("b.json", text); err != nil || len(again.Entries) != len(b.Entries) {
			t.Fatalf("%q is written as %q: %v", data, text, err)
		}
	})
}
