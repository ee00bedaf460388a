// Package workspace removes its directory behind a test of the flag, which it sets
// itself where the user did not.
package workspace

import (
	"flag"
	"os"
)

var options struct{ workspacePath string }

func setUp(set *flag.FlagSet) {
	set.StringVar(&options.workspacePath, "workspace", "", "directory for temporary data")
}

// Bundle removes only the directory that it made.
func Bundle(build func(dir string) error) error {
	if options.workspacePath == "" {
		var err error
		if options.workspacePath, err = os.MkdirTemp("", "bundle"); err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(options.workspacePath) }()
	}
	return build(options.workspacePath)
}

// Rebuild removes what the user named.
func Bundled(build func(dir string) error) error {
	defer func() { _ = os.RemoveAll(options.workspacePath) }() // want `os.RemoveAll\(options.workspacePath\) removes the directory that --workspace names`
	return build(options.workspacePath)
}
