package rule

import (
	"fmt"
	"runtime/debug"
)

// A PanicError reports a panic in an analyzer.
type PanicError struct {
	Analyzer string
	Package  string // import path of the package under analysis
	Value    any    // argument of panic
	Stack    string
}

func (e *PanicError) Error() string {
	return fmt.Sprintf("internal error: %s panicked on package %s: %v (please report this)\n%s", e.Analyzer, e.Package, e.Value, e.Stack)
}

func stack() string { return string(debug.Stack()) }
