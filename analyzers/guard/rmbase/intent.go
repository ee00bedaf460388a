package rmbase

import (
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"
)

// removes reports whether a function is itself a recursive delete: it gives a
// file system the method, and an empty path means the root there.
func removes(fn *ssa.Function) bool {
	fn = outermost(fn)
	switch name := strings.ToLower(fn.Name()); name {
	case "removeall":
		return true
	case "rm", "rmdir", "rmdirall", "rmall", "deleteall", "deletedir", "removedir", "removedirectory", "deletedirectory",
		"deletetree", "removetree", "deleteprefix", "removecontents", "remove", "delete":
		return slices.ContainsFunc(fn.Params, func(p *ssa.Parameter) bool {
			return slices.Contains([]string{"path", "p", "dir", "directory", "prefix", "file", "filename", "filepath", "fpath", "loc", "subpath", "relpath"}, strings.ToLower(p.Name()))
		})
	}
	return false
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
