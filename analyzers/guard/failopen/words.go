package failopen

import (
	"regexp"
	"strings"

	"github.com/leapguard/leapguard/internal/rule"
)

// A destroyer is a verb with which the names of functions begin that destroy, and
// what follows it in the names of APIs: in a package without any such name, none
// is called but through its own module.
type destroyer struct {
	verb    string
	objects []string
}

var destroyers = []destroyer{
	{"Delete", []string{"", "WithOptions", "AllOf", "Collection", "Object", "Objects", "Volume", "Snapshot", "Bucket"}},
	{"Destroy", []string{""}},
	{"Wipe", []string{""}},
	{"Zap", []string{""}},
	{"Purge", []string{""}},
	{"Erase", []string{""}},
	{"Prune", []string{""}},
	{"Uninstall", []string{""}},
	{"Shred", nil},
	{"TerminateInstances", []string{""}},
}

// programs are those that destroy what is on a disk.
var programs = []string{"mkfs", "mke2fs", "wipefs", "blkdiscard", "shred", "sgdisk"}

var (
	// verbs matches the names of functions that destroy.
	verbs = regexp.MustCompile(`^(?i:` + verbPattern() + `)([A-Z_]\w*)?$`)
	// tools matches the names of programs, with a file system behind: mkfs.ext4.
	tools = regexp.MustCompile(`^(` + strings.Join(programs, "|") + `)(\..*)?$`)
	// triggers match what destroys.
	triggers = rule.Triggers{triggerWords()}
)

func verbPattern() string {
	var names []string
	for _, d := range destroyers {
		names = append(names, d.verb)
	}
	return strings.Join(names, "|")
}

func triggerWords() []string {
	words := append([]string{"RemoveAll"}, programs...)
	for _, d := range destroyers {
		for _, object := range d.objects {
			words = append(words, d.verb+object)
		}
	}
	return words
}
