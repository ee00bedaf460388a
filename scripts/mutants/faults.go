package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"go/ast"
	"regexp"
	"slices"
	"strings"
)

// faulty are the sites of faults: functions that hold what one breaks.
const faulty kind = "fault"

// A fault is one that the systems of the outages had, or a relative of it: what it
// puts in the place of right code.
type fault struct {
	name  string
	slugs []string // of the rules that report it, nil if it is for tests to find
	code  *regexp.Regexp
	wrong string // as of [regexp.Regexp.Expand]
}

// faults are those of the outages of 29 February 2012 (dates, keys), of 28 December
// 2012 (protection) and their relatives. Code is matched within a line, as gofmt
// writes it.
var faults = []fault{
	{"year + 1 as fields", []string{"yearadd"}, regexp.MustCompile(`= (?:caldate\.)?AddYears\((\w+), (\w+), \w+\)`),
		`= time.Date($1.Year()+$2, $1.Month(), $1.Day(), 0, 0, 0, 0, time.UTC), error(nil)`},
	{"year + 1 as text", []string{"yearadd"}, regexp.MustCompile(`= (?:caldate\.)?AddYears\((\w+), (\w+), \w+\)`),
		`= time.Parse("2006-01-02", fmt.Sprintf("%04d-%02d-%02d", $1.Year()+$2, $1.Month(), $1.Day()))`},
	{"year + 1 by AddDate", nil, regexp.MustCompile(`= (?:caldate\.)?AddYears\((\w+), (\w+), \w+\)`),
		`= $1.AddDate($2, 0, 0), error(nil)`},
	{"year of a window as fields", []string{"yearadd"}, regexp.MustCompile(`= caldate\.Validity\((\w+), 1, caldate\.Clamp\)`),
		`= caldate.Window{From: $1.UTC().Truncate(24 * time.Hour), To: time.Date($1.UTC().Year()+1, $1.UTC().Month(), $1.UTC().Day(), 0, 0, 0, 0, time.UTC)}, error(nil)`},
	{"year of a window as 365 days", []string{"fixedyear"}, regexp.MustCompile(`= caldate\.Validity\((\w+), 1, caldate\.Clamp\)`),
		`= caldate.Window{From: $1.UTC().Truncate(24 * time.Hour), To: $1.UTC().Truncate(24 * time.Hour).Add(365 * 24 * time.Hour)}, error(nil)`},
	{"three months by AddDate", nil, regexp.MustCompile(`= AddMonths\((\w+), -3, \w+\)`), `= $1.AddDate(0, -3, 0), error(nil)`},
	{"local midnight", nil, regexp.MustCompile(`time\.Date\((\w+, \w+, \w+), 0, 0, 0, 0, time\.UTC\)`), `time.Date($1, 0, 0, 0, 0, time.Local)`},
	{"a window that nobody looks at", nil, regexp.MustCompile(`err := checkWindow\(.*\); err`), `err := error(nil); err`},
	{"a key from the source", []string{"embeddedkey"}, regexp.MustCompile(`signer, err := ecdsa\.ParseRawPrivateKey\(elliptic\.P256\(\), raw\)`),
		`block, _ := pem.Decode([]byte(EMBEDDED)); if block == nil { return nil, ErrCreate }; signer, err := x509.ParseECPrivateKey(block.Bytes)`},
	{"a seed from the source", nil, regexp.MustCompile(`DeriveKeyPair\(material\[:\]\)`), `DeriveKeyPair([]byte("0123456789abcdef0123456789abcdef"))`},
	{"an error of signing dropped", []string{"certdrop"}, regexp.MustCompile(`return (x509\.CreateCertificate\(.*\))`), `der, _ := $1; return der, nil`},
	{"without the guard, in a closure", []string{"unguarded"}, regexp.MustCompile(`if !n\.Unprotected \{`), `again := func() error { return n.prepare() }; if err := again(); err != nil || !n.Unprotected {`},
	{"without the guard, in a goroutine", []string{"unguarded"}, regexp.MustCompile(`if !n\.Unprotected \{`), `done := make(chan error); go func() { done <- n.prepare() }(); if err := <-done; err != nil || !n.Unprotected {`},
	{"without the guard, in a deferred call", []string{"unguarded"}, regexp.MustCompile(`if !n\.Unprotected \{`), `defer n.prepare(); if !n.Unprotected {`},
	{"without the guard, through an interface", []string{"unguarded"}, regexp.MustCompile(`if !n\.Unprotected \{`), `var any interface{ prepare() error } = n; if err := any.prepare(); err != nil || !n.Unprotected {`},
	{"protection is left off", nil, regexp.MustCompile(`^\s*n\.Unprotected = false.*`), ``},
	{"protection is not ordered", nil, regexp.MustCompile(`\[\]Action\{Protect\{n\.ID\}\}`), `[]Action{}`},
	{"a lease is not released", nil, regexp.MustCompile(`c\.authority\.Release\(now, permit\.Resource\(n\.ID\)\)`), `error(nil)`},
	{"an old term is obeyed", nil, regexp.MustCompile(`\bepoch != s\.epoch\b`), `false`},
	{"an old permit is accepted", nil, regexp.MustCompile(`granted\.Epoch != a\.epoch \|\| epoch != a\.epoch`), `false`},
	{"a permit is used twice", nil, regexp.MustCompile(`case g\.consumed:`), `case false:`},
	{"a permit for something else", nil, regexp.MustCompile(`case granted\.Action != act \|\| granted\.Resource != r:`), `case false:`},
	{"a lease never ends", nil, regexp.MustCompile(`if !t\.lease\.Expires\.After\(a\.now\) \{`), `if false {`},
	{"what holds copies is prepared", nil, regexp.MustCompile(`err := s\.spared\(n\); err != nil`), `err := error(nil); err != nil`},
	{"an order that is not stored", nil, regexp.MustCompile(`intent == nil \|\| !intent\.Stored`), `intent == nil`},
	{"what was loaded is acted on", []string{"unguarded"}, regexp.MustCompile(`var actions \[\]Action$`),
		`var actions []Action; for _, n := range c.sorted() { if n.Status == Returned && c.permits[n.ID] == nil { actions = append(actions, c.order(n)) } }`},
	{"heals in flight do not count", nil, regexp.MustCompile(`return b\.failures\(\) \+ len\(b\.flight\)`), `return b.failures()`},
}

// faultOperators returns an operator for each fault.
func faultOperators() []*operator {
	var out []*operator
	for _, f := range faults {
		out = append(out, &operator{name: f.name, kinds: []kind{faulty}, slugs: f.slugs, apply: f.apply})
	}
	return out
}

// apply breaks each line of the function of a site that the fault is about.
func (f fault) apply(s *site) [][]edit {
	var out [][]edit
	from, to := s.offset(s.fn.Body.Lbrace), s.offset(s.fn.End())
	for at := from; at < to; {
		end := at + strings.IndexByte(string(s.file.text[at:])+"\n", '\n')
		line := string(s.file.text[at:end])
		if f.code.MatchString(line) {
			text := f.code.ReplaceAllString(line, f.wrong)
			out = append(out, []edit{{at, end, strings.ReplaceAll(text, "EMBEDDED", "`"+embeddedKey+"`")}})
		}
		at = end + 1
	}
	return out
}

// embeddedKey is a private key in PEM that serves nothing.
var embeddedKey = func() string {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		panic(err)
	}
	der, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		panic(err)
	}
	return string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der}))
}()

// broken returns the functions that a fault could be put into.
func (c *corpus) broken() []*site {
	var out []*site
	c.functions(func(file *sourceFile, fn *ast.FuncDecl) {
		s := &site{kind: faulty, corpus: c, file: file, fn: fn}
		if slices.ContainsFunc(faults, func(f fault) bool { return len(f.apply(s)) > 0 }) {
			out = append(out, s)
		}
	})
	return out
}
