package command

import "testing"

func TestBegin(t *testing.T) {
	programs := func(name string) bool { return name == "mkfs" }
	for _, test := range []struct {
		words []string
		any   bool // all names are those of programs
		want  string
	}{
		{[]string{"/sbin/mkfs", "-F"}, false, "/sbin/mkfs"},
		{[]string{"sudo", "-n", "mkfs", "-F"}, false, "mkfs"},
		{[]string{"echo", "mkfs"}, false, ""},
		{[]string{Unknown, "mkfs"}, false, "mkfs"},
		{[]string{"sh", "-c", "umount"}, true, "umount"},
		{[]string{"sh", "-c", Unknown}, true, ""},
	} {
		var words []Word
		for _, text := range test.words {
			words = append(words, Word{Text: text})
		}
		known := programs
		if test.any {
			known = nil
		}
		got := ""
		if line := begin(words, known); line != nil {
			got = line[0].Text
		}
		if got != test.want {
			t.Errorf("%q begins with %q, want %q", test.words, got, test.want)
		}
	}
}
