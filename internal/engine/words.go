package engine

import (
	"strings"

	"github.com/leapguard/leapguard/internal/rule"
)

// A wordSet holds the words of a package that somebody asked for.
type wordSet map[string]bool

// scan adds to set the words of src that are wanted. A word is a maximal run
// of letters, digits and underscores; words in comments and literals count.
func (set wordSet) scan(src []byte, wanted func(word []byte) bool) {
	for i := 0; i < len(src); {
		if !isWordByte(src[i]) {
			i++
			continue
		}
		start := i
		for i++; i < len(src) && isWordByte(src[i]); i++ {
		}
		if word := src[start:i]; wanted(word) {
			set[string(word)] = true
		}
	}
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
func wordsOf(u *unit, wanted func(word []byte) bool) (code, tests wordSet, err error) {
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
