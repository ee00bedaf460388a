package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// small has all mutants of testdata/small: fate, function and operator.
var small = []string{
	"unguarded Guarded: remove the guard",
	"unguarded Guarded: invert it",
	"ignoredguard Guarded: ignore its result",
	"unguarded Guarded: move it behind the danger",
	"unguarded Guarded: check another object",
	"unguarded Guarded: let its error fall through",
	"survived Twice: remove the guard",
	"survived Twice: invert it",
	"ignoredguard Twice: ignore its result",
	"survived Twice: move it behind the danger",
	"survived Twice: check another object",
	"failopen Twice: let its error fall through",
	"invalid Unused: remove the guard",
	"unguarded Unused: invert it",
	"invalid Unused: ignore its result",
	"unguarded Unused: move it behind the danger",
	"unguarded Unused: check another object",
	"failopen Collect: let its error fall through",
	"unrestored Quiet: drop the restore",
}

func TestMutants(t *testing.T) {
	mutants, functions, err := mutate(t.Context(), "testdata/small", false, false)
	if err != nil {
		t.Fatal(err)
	}
	if functions != 5 {
		t.Errorf("%d guarded functions, want 5", functions)
	}
	var got []string
	for _, m := range mutants {
		got = append(got, fmt.Sprintf("%s %s: %s", m.fate(), functionName(m.site.fn), m.op.name))
	}
	if !slices.Equal(got, small) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(small, "\n"))
	}
	t.Run("table", func(t *testing.T) { testTable(t, mutants) })
	t.Run("explain", func(t *testing.T) { testExplain(t, mutants) })
}

func testTable(t *testing.T, mutants []*mutant) {
	var out strings.Builder
	if err := table(&out, mutants); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"| remove the guard           | 3     | 2       | 1      | 1        |\n",
		"| all                        | 19    | 17      | 13     | 4        |\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, &out)
		}
	}
}

func testExplain(t *testing.T, mutants []*mutant) {
	var all strings.Builder
	for _, op := range []string{"remove the guard", "invert it", "move it behind the danger", "check another object"} {
		fmt.Fprintf(&all, "testdata/small/disk/disk.go\tTwice\t%s\tit checks twice\n", op)
	}
	first, _, _ := strings.Cut(all.String(), "\n")
	for _, tc := range []struct{ name, reasons, want string }{
		{"all", header + "\n" + all.String(), ""},
		{"none", header + "\n", "a survivor without a reason: testdata/small/disk/disk.go\tTwice\tinvert it\tline 45"},
		{"too many", header + "\n" + all.String() + "disk.go\tGuarded\tinvert it\tnot so\n", "a reason without a survivor: disk.go\tGuarded\tinvert it"},
		{"twice", header + "\n" + all.String() + first + "\n", ":6: has a reason already"},
		{"columns", header + "\ndisk.go\tTwice\n", ":2: want file, function, operator, reason"},
		{"empty reason", header + "\ndisk.go\tTwice\tinvert it\t\nx\ty\tz\tw\n", ":2: want file, function, operator, reason"},
		{"no header", all.String(), ":1: the header is"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "reasons.tsv")
			if err := os.WriteFile(file, []byte(tc.reasons), 0o666); err != nil {
				t.Fatal(err)
			}
			err := explain(file, mutants, false)
			switch {
			case tc.want == "" && err != nil:
				t.Error(err)
			case tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)):
				t.Errorf("error %v, want one with %q", err, tc.want)
			}
		})
	}
}

// TestGuards asserts that there is nothing to say about testdata/guards as it is.
func TestGuards(t *testing.T) {
	c, err := readCorpus(t.Context(), "testdata/guards", false)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range c.findings {
		t.Errorf("%s:%d: %s (%s)", f.File, f.Line, f.Message, f.Analyzer)
	}
	kinds := make(map[kind]map[string]bool)
	for _, s := range c.sites {
		if kinds[s.kind] == nil {
			kinds[s.kind] = make(map[string]bool)
		}
		kinds[s.kind][s.file.pkg.PkgPath+"."+functionName(s.fn)] = true
	}
	for k, want := range map[kind]int{guarding: 40, questioning: 6, restoring: 12} {
		if got := len(kinds[k]); got < want {
			t.Errorf("%d functions with a %s, want %d or more", got, k, want)
		}
	}
}
