package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// guideBlock matches a fenced block of a guide, with the line above it.
var guideBlock = regexp.MustCompile("(?m)(?:^(.*)\n\n)?^```(?:go|yaml|console)\n((?s:.*?))^```$")

// namedFile matches the end of a line that names the file that a block is.
var namedFile = regexp.MustCompile("In `([^`]+)`:$")

// TestGuide does what docs/guards.md tells the reader to do, and wants to see
// what it shows.
func TestGuide(t *testing.T) {
	guide, err := os.ReadFile("../../docs/guards.md")
	if err != nil {
		t.Fatal(err)
	}
	script := filepath.Join(t.TempDir(), "guards.txtar")
	if err := os.WriteFile(script, []byte(guideScript(string(guide))), 0o666); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{Files: []string{script}, Setup: setUp(t), Cmds: map[string]func(*testscript.TestScript, bool, []string){
		"runs": func(ts *testscript.TestScript, _ bool, args []string) { _ = ts.Exec(args[0], args[1:]...) }, // whatever the exit code
	}})
}

// guideScript makes a script of a guide: blocks that are files are written, and
// commands are run.
func guideScript(guide string) string {
	var commands, files strings.Builder
	for i, m := range guideBlock.FindAllStringSubmatch(guide, -1) {
		if name := namedFile.FindStringSubmatch(m[1]); name != nil {
			fmt.Fprintf(&commands, "mkdir %s\ncp block%d %s\n", filepath.Dir(name[1]), i, name[1])
			fmt.Fprintf(&files, "-- block%d --\n%s", i, m[2])
		}
		command, output, ok := strings.Cut(m[2], "\n")
		if command, found := strings.CutPrefix(command, "$ "); ok && found {
			fmt.Fprintf(&commands, "runs %s\ncmp stdout want%d\n", command, i)
			fmt.Fprintf(&files, "-- want%d --\n%s", i, output)
		}
	}
	return commands.String() + "-- go.mod --\nmodule example.com/storage\n\ngo 1.26\n" + files.String()
}
