package engine

import (
	"bytes"
	"go/ast"
	"go/token"
)

// blankBodies overwrites the body of every top-level function that begins in
// the first column by "{}" and blanks. Newlines stay, so all positions hold.
// Of a dependency only the declarations matter, and scanning for the end of a
// body is an order of magnitude cheaper than parsing it.
//
// Functions that gofmt would move, and source that does not scan, are left as
// they are: the parser has the last word.
func blankBodies(src []byte) {
	s := skipper{src: src}
	for s.pos < len(src) {
		if !s.atFunc() {
			s.step()
			continue
		}
		if open := s.findBody(); open >= 0 {
			s.pos = open
			s.skipBraces()
			for i := open + 1; i < s.pos-1; i++ {
				if src[i] != '\n' {
					src[i] = ' '
				}
			}
		}
	}
}

// blankValues empties the values of package variables as far as their types are
// known without: tables are a tenth of what type-checking dependencies costs.
func blankValues(f *ast.File) {
	for _, decl := range f.Decls {
		decl, ok := decl.(*ast.GenDecl)
		if !ok || decl.Tok != token.VAR {
			continue
		}
		for _, spec := range decl.Specs {
			spec := spec.(*ast.ValueSpec)
			if spec.Type != nil {
				spec.Values = nil
			}
			for _, value := range spec.Values {
				blankElements(value)
			}
		}
	}
}

// blankElements empties a composite literal that does not owe its length to
// its elements, or one whose address is taken.
func blankElements(value ast.Expr) {
	if address, ok := value.(*ast.UnaryExpr); ok && address.Op == token.AND {
		value = address.X
	}
	lit, ok := value.(*ast.CompositeLit)
	if !ok {
		return
	}
	if array, ok := lit.Type.(*ast.ArrayType); ok {
		if _, ok := array.Len.(*ast.Ellipsis); ok {
			return
		}
	}
	lit.Elts = nil
}

// A skipper steps through Go source one lexical element at a time.
type skipper struct {
	src []byte
	pos int
}

func (s *skipper) atFunc() bool {
	return (s.pos == 0 || s.src[s.pos-1] == '\n') && bytes.HasPrefix(s.src[s.pos:], []byte("func")) &&
		s.pos+4 < len(s.src) && (s.src[s.pos+4] == ' ' || s.src[s.pos+4] == '(')
}

// step moves past one comment, literal or byte.
func (s *skipper) step() {
	switch c := s.src[s.pos]; c {
	case '"', '\'':
		s.skipQuoted(c)
	case '`':
		s.skipPast("`", 1)
	case '/':
		switch rest := s.src[s.pos:]; {
		case bytes.HasPrefix(rest, []byte("//")):
			s.skipLine()
		case bytes.HasPrefix(rest, []byte("/*")):
			s.skipPast("*/", 2)
		default:
			s.pos++
		}
	default:
		s.pos++
	}
}

func (s *skipper) skipQuoted(quote byte) {
	for s.pos++; s.pos < len(s.src); s.pos++ {
		switch s.src[s.pos] {
		case '\\':
			s.pos++
		case quote, '\n': // an unterminated literal ends with the line
			s.pos++
			return
		}
	}
	s.pos = len(s.src)
}

// skipLine stops at the newline: the next line may begin a function.
func (s *skipper) skipLine() {
	if i := bytes.IndexByte(s.src[s.pos:], '\n'); i >= 0 {
		s.pos += i
	} else {
		s.pos = len(s.src)
	}
}

func (s *skipper) skipPast(end string, from int) {
	if i := bytes.Index(s.src[min(s.pos+from, len(s.src)):], []byte(end)); i >= 0 {
		s.pos += from + i + len(end)
	} else {
		s.pos = len(s.src)
	}
}

// skipBraces moves from an opening brace past the matching one.
func (s *skipper) skipBraces() {
	depth := 0
	for s.pos < len(s.src) {
		switch s.src[s.pos] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				s.pos++
				return
			}
		}
		s.step()
	}
}

// findBody moves from the keyword func through the signature and returns the
// offset of the brace that opens the body, or -1 for a declaration without
// one. Braces of struct and interface types are not bodies.
func (s *skipper) findBody() int {
	parens, word, wordEnd := 0, "", 0
	for s.pos < len(s.src) {
		c := s.src[s.pos]
		switch {
		case isWordByte(c):
			start := s.pos
			for s.pos < len(s.src) && isWordByte(s.src[s.pos]) {
				s.pos++
			}
			word, wordEnd = string(s.src[start:s.pos]), s.pos
			continue
		case c == '(' || c == '[':
			parens++
		case c == ')' || c == ']':
			parens--
		case c == '{':
			isType := (word == "struct" || word == "interface") && len(bytes.TrimSpace(s.src[wordEnd:s.pos])) == 0
			if parens == 0 && !isType {
				return s.pos
			}
			s.skipBraces()
			continue
		case c == '\n' && parens == 0:
			return -1
		}
		s.step()
	}
	return -1
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '_' || c >= 0x80
}
