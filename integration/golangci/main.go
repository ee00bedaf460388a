// Command golangci is golangci-lint with leapguard as a linter, built without
// golangci-lint custom.
package main

import (
	"fmt"
	"os"

	"github.com/golangci/golangci-lint/v2/pkg/commands"
	"github.com/golangci/golangci-lint/v2/pkg/exitcodes"

	_ "github.com/leapguard/leapguard/plugin"
)

func main() {
	// Without a version, golangci-lint keys its cache with a hash of the program.
	if err := commands.Execute(commands.BuildInfo{GoVersion: "unknown", Version: "(devel)"}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(exitcodes.Failure)
	}
}
