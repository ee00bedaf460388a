package engine

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/tools/go/packages"
)

// importStack is how go/packages tells of an import cycle.
var importStack = regexp.MustCompile(`^import cycle not allowed: import stack: \[(\S.*)\]$`)

// spreadCycles gives the error of an import cycle to all packages in it. The
// go command gives it to one; the others can be analysed no better.
func spreadCycles(units []*unit) {
	cycles := make(map[string]packages.Error) // by path
	for _, u := range units {
		for _, e := range u.Errors {
			m := importStack.FindStringSubmatch(e.Msg)
			if m == nil {
				continue
			}
			// The stack leads to the cycle and ends where that closes.
			stack := strings.Fields(m[1])
			for _, path := range stack[slices.Index(stack, stack[len(stack)-1]):] {
				cycles[path] = e
			}
		}
	}
	for _, u := range units {
		if e, ok := cycles[u.PkgPath]; ok && !slices.Contains(u.Errors, e) {
			u.Errors = append(u.Errors, e)
		}
	}
}
