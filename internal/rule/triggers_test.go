package rule

import (
	"slices"
	"testing"
)

func TestEither(t *testing.T) {
	either := Either(Triggers{{"a"}, {"b", "c"}}, Triggers{{"d"}, {"e"}})
	for _, tc := range []struct {
		words []string
		want  bool
	}{
		{[]string{"a", "b"}, true},
		{[]string{"a", "c"}, true},
		{[]string{"d", "e"}, true},
		{[]string{"a", "d"}, false},
		{[]string{"b", "c"}, false},
		{[]string{"b", "e"}, false},
		{[]string{"a", "b", "d", "e"}, true},
		{nil, false},
	} {
		got := !slices.ContainsFunc(either, func(group []string) bool {
			return !slices.ContainsFunc(group, func(word string) bool { return slices.Contains(tc.words, word) })
		})
		if got != tc.want {
			t.Errorf("%q match: %t, want %t", tc.words, got, tc.want)
		}
	}
}
