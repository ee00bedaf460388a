package finding

import (
	"strings"
	"testing"
)

func TestRedact(t *testing.T) {
	line := strings.Repeat("MC4CAQAw", 8)
	list := strings.Repeat("0x30, ", 20)
	for _, tt := range []struct{ name, text, want string }{
		{"PEM in one literal", `k := "-----BEGIN EC PRIVATE KEY-----\nQUJD\n-----END EC PRIVATE KEY-----\n"`,
			`k := "-----BEGIN EC PRIVATE KEY-----…-----END EC PRIVATE KEY-----\n"`},
		{"PEM over lines", "k := `-----BEGIN PRIVATE KEY-----\r\nQUJD\r\n-----END PRIVATE KEY-----`; x()",
			"k := `-----BEGIN PRIVATE KEY-----…-----END PRIVATE KEY-----`; x()"},
		{"PEM that does not end", "k := `-----BEGIN OPENSSH PRIVATE KEY-----\nQUJD`; f(\"QUJD\")",
			"k := `-----BEGIN OPENSSH PRIVATE KEY-----…`; f(\"QUJD\")"},
		{"PEM of joined literals", `f("-----BEGIN PRIVATE KEY-----\n" + "QUJD\n" + "-----END PRIVATE KEY-----", "QUJD")`,
			`f("-----BEGIN PRIVATE KEY-----…" + "…" + "-----END PRIVATE KEY-----", "QUJD")`},
		{"PEM in comments", "// -----BEGIN PRIVATE KEY-----\n// QUJD\n// -----END PRIVATE KEY-----\n// QUJD",
			"// -----BEGIN PRIVATE KEY-----\n//…\n//…-----END PRIVATE KEY-----\n// QUJD"},
		{"base64", `k := "` + line + `=="`, `k := "…"`},
		{"base64 of a URL", `k := "` + strings.Repeat("ab-_", 10) + `"`, `k := "…"`},
		{"base64 over lines", "k := `\n" + line + "\n  QUJD\n\nthe end`", "k := `\n… end`"},
		{"base64 over lines of a literal", `k := "` + line + `\nQUJD\n"`, `k := "…\n"`},
		{"hexadecimal in a comment", "x() // " + strings.Repeat("0f", 20) + " is it", "x() // … is it"},
		{"bytes", "k := []byte{" + list + "1, 'a'}", "k := []byte{…}"},
		{"bytes by their numbers", `k := "a` + strings.Repeat(`\x30b`, 16) + `c"`, `k := "a…bc"`},
		{"certificate", `"-----BEGIN CERTIFICATE-----\n` + line + `\nQUJD\n-----END CERTIFICATE-----"`,
			`"-----BEGIN CERTIFICATE-----\n…\n-----END CERTIFICATE-----"`},
	} {
		if got := Redact(tt.text); got != tt.want {
			t.Errorf("%s: %q becomes\n%q, want\n%q", tt.name, tt.text, got, tt.want)
		}
	}
	for _, text := range []string{
		"func " + strings.Repeat("TestNames", 6) + "() {}",
		`k := "` + strings.Repeat("a", minRun-1) + `"`,
		`k := "` + strings.Repeat("-", 60) + `"`,
		`k := "` + strings.Repeat("word ", 20) + `"`,
		"time.Date(2012, 2, 29, 0, 0, 0, 0, time.UTC) on 29 February isn't there",
		"days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}",
		"k := []int{" + strings.Repeat("1000, ", 20) + "}",
		`s == "-----BEGIN PRIVATE KEY-----" || s == "other"`,
		"k := `", `k := "`, "/*", "//", "'",
	} {
		if got := Redact(text); got != text {
			t.Errorf("%q becomes %q", text, got)
		}
	}
}

func FuzzSecrets(f *testing.F) {
	f.Add("k := `-----BEGIN PRIVATE KEY-----\nQUJD`")
	f.Add("\"\\x30\\")
	f.Fuzz(func(t *testing.T, src string) {
		end := 0
		for _, s := range Secrets([]byte(src)) {
			if s.Start < end || s.End <= s.Start || s.End > len(src) {
				t.Fatalf("span %v after %d in %d bytes", s, end, len(src))
			}
			end = s.End
		}
	})
}
