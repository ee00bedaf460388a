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

// Same returns the identity with its source reduced to what counts, by which
// equals are told.
func (id Identity) Same() Identity {
	id.Source = normalize(id.Source)
	return id
}

// Fingerprint returns 32 hexadecimal digits that identify a finding.
func Fingerprint(id Identity) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00%s\x00%s\x00%d", id.Analyzer, id.Package, id.Decl, normalize(id.Source), id.Ordinal)
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// normalize reduces source text to its tokens, so that comments and layout do
// not count, nor what gofmt changes with them: semicolons, the comma behind the
// last of a list, the case of numbers. Text without tokens is a comment.
func normalize(src string) string {
	fset := token.NewFileSet()
	file := fset.AddFile("", fset.Base(), len(src))
	var s scanner.Scanner
	s.Init(file, []byte(src), func(token.Position, string) {}, 0)
	var words []string
	for {
		_, tok, lit := s.Scan()
		switch tok {
		case token.EOF:
			if len(words) == 0 {
				words = strings.Fields(src)
			}
			return strings.Join(words, " ")
		case token.SEMICOLON:
			continue
		case token.RPAREN, token.RBRACK, token.RBRACE:
			if n := len(words); n > 0 && words[n-1] == "," {
				words = words[:n-1]
			}
		case token.INT, token.FLOAT, token.IMAG:
			lit = strings.ToLower(lit)
		}
		if lit == "" {
			lit = tok.String()
		}
		words = append(words, lit)
	}
}
