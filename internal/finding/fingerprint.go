package finding

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"go/scanner"
	"go/token"
	"strings"
)

// Identity is what a fingerprint is made of. It holds no file name, line or
// message, so that moving code or rewording a rule keeps the fingerprint.
type Identity struct {
	Analyzer string // slug of the check
	Package  string // import path
	Decl     string // enclosing declaration, for example "(*T).Method"
	Source   string // source text of the range
	Ordinal  int    // index among equals in the declaration, from 0
}

// Fingerprint returns 32 hexadecimal digits that identify a finding.
func Fingerprint(id Identity) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00%d", id.Analyzer, id.Package, id.Decl, normalize(id.Source), id.Ordinal)
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// normalize reduces source text to its tokens, so that comments and layout do
// not count.
func normalize(src string) string {
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(src))
	var s scanner.Scanner
	s.Init(file, []byte(src), func(token.Position, string) {}, 0)
	var out strings.Builder
	for {
		_, tok, lit := s.Scan()
		if tok == token.EOF {
			return out.String()
		}
		if tok == token.SEMICOLON && lit == "\n" {
			continue
		}
		if lit == "" {
			lit = tok.String()
		}
		out.WriteString(lit)
		out.WriteByte(' ')
	}
}
