package main

import (
	"math"
	"strings"
	"testing"
)

func TestWilson(t *testing.T) {
	for _, tc := range []struct {
		k, n      int
		low, high float64
	}{
		{10, 10, 0.7225, 1}, {57, 60, 0.8630, 0.9829}, {0, 5, 0, 0.4345},
	} {
		low, high := wilson(tc.k, tc.n)
		if math.Abs(low-tc.low) > 1e-4 || math.Abs(high-tc.high) > 1e-4 {
			t.Errorf("wilson(%d, %d) = %.4f, %.4f, want %.4f, %.4f", tc.k, tc.n, low, high, tc.low, tc.high)
		}
	}
}

func TestTable(t *testing.T) {
	const labels = "repository\tcommit\tfile\tline\trule\tverdict\treason\n" +
		"a/b\t1\tx.go\t3\tmonthadd\ttrue\t\"last month\" is this one\n" +
		"a/b\t1\ty.go\t4\tmonthadd\tfalse\tan instant\n" +
		"a/b\t1\ty.go\t5\tyearadd\ttrue\t-\n" +
		"a/b\t1\ty.go\t6\tyearadd\tuncalled\tnobody calls it\n"
	rules, err := read(strings.NewReader(labels))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := write(&out, rules); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"| monthadd | 2        | 1    | 50%", "| yearadd  | 2        | 1    | 50%", "| all      | 4        | 2    | 50%", "\nWithout the 1 in code that nothing calls: 2 of 3, 67% (21% to 94%).\n"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("table lacks %q:\n%s", want, &out)
		}
	}
}

func TestBadLabels(t *testing.T) {
	const header = "repository\tcommit\tfile\tline\trule\tverdict\treason\n"
	for labels, want := range map[string]string{
		"":                                   "no header",
		"a\tb\tc\td\te\tf\tg\n":              "columns are",
		header + "a\tb\tc\t1\tr\tmaybe\tx\n": `line 2: verdict "maybe"`,
		header + "a\tb\n":                    "line 2: 2 columns",
	} {
		if _, err := read(strings.NewReader(labels)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("read(%q): error %v, want one with %q", labels, err, want)
		}
	}
}
