// Package engine runs checks over Go packages from source: it decides by the
// words in the files which packages are worth type-checking, type-checks those
// and the declarations they depend on, and runs the checks on them. It keeps
// no cache.
package engine

import (
	"context"
	"fmt"

	"github.com/leapguard/leapguard/internal/config"
	"github.com/leapguard/leapguard/internal/finding"
	"github.com/leapguard/leapguard/internal/rule"
)

// Options configure [Run].
type Options struct {
	Dir   string   // working directory; "" means the current one
	Env   []string // environment of the go command; nil means the process's
	Tags  string   // build tags, as for go build
	Tests bool     // analyse test files too
	Rules []*rule.Rule

	// Config returns the configuration of the module whose go.mod lies in
	// dir, "" for packages of the standard library. nil means the default.
	Config func(dir string) (*config.Config, error)

	// NoTriggers makes every candidate a target of every check.
	NoTriggers bool

	// Progress, if not nil, is told how many packages are done.
	Progress func(done, total int)
}

// Result is what a run found.
type Result struct {
	Findings []finding.Finding // sorted, see [finding.Compare]
	// Skipped lists the packages that could not be analysed, with the reason.
	Skipped []PackageError
	// Internal lists errors and panics of the checks themselves.
	Internal []error
	Stats    Stats
}

// Stats describes the work that a run did.
type Stats struct {
	Roots, Candidates, Targets, Dependencies int
}

// A PackageError tells why a package could not be analysed.
type PackageError struct {
	Package string // import path
	Pos     string // "file:line:col", or ""
	Msg     string
}

func (e PackageError) Error() string {
	if e.Pos == "" {
		return fmt.Sprintf("%s: %s", e.Package, e.Msg)
	}
	return fmt.Sprintf("%s: %s: %s", e.Package, e.Pos, e.Msg)
}

// Run analyses the packages that the patterns match. An error means that
// nothing could be analysed: wrong patterns, no module, a bad configuration,
// or a go command that failed as a whole.
func Run(ctx context.Context, opts Options, patterns ...string) (*Result, error) {
	return nil, fmt.Errorf("engine: not there yet")
}
