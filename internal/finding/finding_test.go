package finding

import "testing"

func TestFingerprint(t *testing.T) {
	base := Identity{Analyzer: "yearadd", Package: "p", Decl: "f", Source: "a(b,  c) // x"}
	same := base
	same.Source = "a(\n\tb, c)"
	if Fingerprint(base) != Fingerprint(same) {
		t.Error("layout and comments change the fingerprint")
	}
	for _, change := range []func(*Identity){
		func(id *Identity) { id.Analyzer = "monthadd" },
		func(id *Identity) { id.Package = "q" },
		func(id *Identity) { id.Decl = "g" },
		func(id *Identity) { id.Source = "a(c, b)" },
		func(id *Identity) { id.Ordinal = 1 },
	} {
		other := base
		change(&other)
		if Fingerprint(base) == Fingerprint(other) {
			t.Errorf("%+v and %+v have one fingerprint", base, other)
		}
	}
}

func TestText(t *testing.T) {
	src := []byte("one\ntwo\nthree")
	for _, tc := range []struct {
		r    Range
		want string
	}{
		{Range{Line: 2, Column: 1, EndLine: 2, EndColumn: 4}, "two"},
		{Range{Line: 1, Column: 3, EndLine: 3, EndColumn: 3}, "e\ntwo\nth"},
		{Range{Line: 3, Column: 6, EndLine: 3, EndColumn: 6}, ""},
		{Range{Line: 9, Column: 1, EndLine: 9, EndColumn: 2}, ""},
		{Range{Line: 2, Column: 3, EndLine: 1, EndColumn: 1}, ""},
	} {
		if got := Text(src, tc.r); got != tc.want {
			t.Errorf("Text(%v) = %q, want %q", tc.r, got, tc.want)
		}
	}
}

func TestNormalize(t *testing.T) {
	at := func(file string, line int, slug, msg string) Finding {
		return Finding{Range: Range{File: file, Line: line}, Analyzer: slug, Message: msg}
	}
	got := Normalize([]Finding{at("b", 1, "x", "m"), at("a", 2, "y", "m"), at("a", 2, "x", "m"), at("b", 1, "x", "m"), at("a", 2, "x", "l")})
	want := []Finding{at("a", 2, "x", "l"), at("a", 2, "x", "m"), at("a", 2, "y", "m"), at("b", 1, "x", "m")}
	if len(got) != len(want) {
		t.Fatalf("%d findings, want %d", len(got), len(want))
	}
	for i := range want {
		if Compare(got[i], want[i]) != 0 {
			t.Errorf("finding %d = %v, want %v", i, got[i], want[i])
		}
	}
}

func TestSeverity(t *testing.T) {
	for _, s := range []Severity{Info, Warning, Error} {
		if got, err := ParseSeverity(s.String()); err != nil || got != s {
			t.Errorf("ParseSeverity(%q) = %v, %v", s, got, err)
		}
	}
	if _, err := ParseSeverity("fatal"); err == nil {
		t.Error("an unknown severity is accepted")
	}
}

func TestFingerprintOfLayout(t *testing.T) {
	for _, same := range [][]string{
		{"f(a, b)", "f(\n\ta,\n\tb,\n)", "f(a /* why */, b)", "f(a,\r\n\tb)"},
		{"T{a, 0x1F}", "T{\n\ta,\n\t0X1f,\n}"},
		{"func() { a(); b() }", "func() {\n\ta()\n\tb()\n}"},
		{"//leapguard:ignore yearadd why", "//leapguard:ignore  yearadd\twhy "},
	} {
		for _, source := range same[1:] {
			if Fingerprint(Identity{Source: source}) != Fingerprint(Identity{Source: same[0]}) {
				t.Errorf("%q and %q have two fingerprints", same[0], source)
			}
		}
	}
	for _, other := range [][2]string{
		{"f(a, b)", "f(a)"},
		{`"A"`, `"a"`},
		{"//leapguard:ignore yearadd why", "//leapguard:ignore monthadd why"},
	} {
		if Fingerprint(Identity{Source: other[0]}) == Fingerprint(Identity{Source: other[1]}) {
			t.Errorf("%q and %q have one fingerprint", other[0], other[1])
		}
	}
}

func TestSame(t *testing.T) {
	if a, b := (Identity{Source: "f(a, b)"}), (Identity{Source: "f(a,b,)"}); a.Same() != b.Same() {
		t.Errorf("%v and %v", a.Same(), b.Same())
	}
}
