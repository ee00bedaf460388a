package engine

import (
	"bytes"
	"strings"

	"github.com/leapguard/leapguard/internal/rule"
)

// A wordSet holds the words of a package that somebody asked for.
type wordSet map[string]bool

// scan adds to set the words of src that are wanted. A word is a maximal run
// of letters, digits and underscores, in literals too. Comments count only if
// they are meant for tools: half of all sources speak of dates somewhere.
func (set wordSet) scan(src []byte, wanted func(word []byte) bool) {
	s := skipper{src: src}
	for s.pos < len(src) {
		start := s.pos
		if s.pos = wordEnd(src, start); s.pos == start {
			s.step()
		}
		if element := src[start:s.pos]; element[0] != '/' || forTools(element) {
			set.add(element, wanted)
		}
	}
}

// add adds the wanted words of a text.
func (set wordSet) add(text []byte, wanted func(word []byte) bool) {
	for i := 0; i < len(text); i++ {
		start := i
		if i = wordEnd(text, start); i > start && wanted(text[start:i]) {
			set[string(text[start:i])] = true
		}
	}
}

// wordEnd returns the end of the word that begins at i, or i.
func wordEnd(text []byte, i int) int {
	for i < len(text) && isWordByte(text[i]) {
		i++
	}
	return i
}

// forTools reports whether a comment may embed files, or annotate, or try to,
// with leapguard in capitals or as plain text. Another spelling of the name, as
// in //leapgaurd:ok, makes it a comment like any other.
func forTools(comment []byte) bool {
	return bytes.HasPrefix(comment, []byte("//go:embed")) || bytes.Contains(comment, []byte("eap"))
}

// match reports whether each group has a word in the set. No groups match
// nothing.
func (set wordSet) match(t rule.Triggers) bool {
	for _, group := range t {
		found := false
		for _, word := range group {
			found = found || set[word]
		}
		if !found {
			return false
		}
	}
	return len(t) > 0
}

// wordsOf scans the files of a unit. Words of test files are kept apart.
func wordsOf(u *unit, read readFunc, wanted func(word []byte) bool) (code, tests wordSet, err error) {
	code, tests = make(wordSet), make(wordSet)
	for _, name := range u.GoFiles {
		src, err := read(name)
		if err != nil {
			return nil, nil, err
		}
		set := code
		if strings.HasSuffix(name, "_test.go") {
			set = tests
		}
		set.scan(src, wanted)
	}
	return code, tests, nil
}

// union returns the words of both sets.
func (set wordSet) union(other wordSet) wordSet {
	all := make(wordSet, len(set)+len(other))
	for word := range set {
		all[word] = true
	}
	for word := range other {
		all[word] = true
	}
	return all
}
