package rmbase

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// removes reports whether a function is itself a recursive delete: it gives a
// file system the method, and an empty name means the root there.
func removes(fn *ssa.Function) bool {
	return slices.Contains([]string{
		"removeall", "rmdir", "rmdirall", "rmall", "deleteall", "deletedir", "removedir", "removedirectory", "deletedirectory",
		"deletetree", "removetree", "deleteprefix", "deleterecursive", "removerecursive", "removecontents",
	}, strings.ToLower(outermost(fn).Name()))
}

// intended reports whether a function says by its name that it removes what its
// user names.
func intended(fn *ssa.Function) bool {
	name := strings.ToLower(outermost(fn).Name())
	return slices.ContainsFunc([]string{
		"remove", "delete", "clean", "clear", "reset", "purge", "wipe", "uninstall", "destroy", "prune", "drop", "rm", "init", "teardown", "close", "stop",
	}, func(verb string) bool { return strings.Contains(name, verb) })
}

// outermost returns the declared function that a literal stands in.
func outermost(fn *ssa.Function) *ssa.Function {
	for fn.Parent() != nil {
		fn = fn.Parent()
	}
	return fn
}
