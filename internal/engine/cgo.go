package engine

import (
	"context"
	"fmt"
	"sync"

	"golang.org/x/tools/go/packages"
)

// usesCgo reports whether a file of the unit imports "C". go/packages hides
// that import; the package that cgo's generated code needs gives it away.
func (u *unit) usesCgo() bool {
	_, ok := u.Imports["runtime/cgo"]
	return ok || u.PkgPath == "runtime/cgo"
}

// cgoFiles asks the go command for the files that cgo generates, in one call
// for all packages that are known to need it.
type cgoFiles struct {
	opts *Options

	mu       sync.Mutex
	expected []*unit // to be asked for along with the first
	compiled map[string][]string
}

// files returns the files to type-check in place of those of a target that uses
// cgo. Where the generated ones are not to be had, they are the original ones, to
// be checked as if C had every name. For dependencies see [fake].
func (c *cgoFiles) files(ctx context.Context, u *unit) (files []string, fakeC bool, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, ok := c.compiled[u.ID]; !ok {
		err = c.list(ctx, append(c.expected, u))
		c.expected = nil
	}
	if files := c.compiled[u.ID]; len(files) > 0 {
		return files, false, nil
	}
	if err == nil {
		err = fmt.Errorf("cgo produced no files (is a C compiler installed?)")
	}
	return u.GoFiles, true, err
}

func (c *cgoFiles) list(ctx context.Context, units []*unit) error {
	if c.compiled == nil {
		c.compiled = make(map[string][]string)
	}
	var paths []string
	for _, u := range units {
		c.compiled[u.ID] = nil
		if u.ForTest != "" && u.PkgPath != u.ForTest {
			paths = append(paths, u.ForTest) // lists its variants too
		} else {
			paths = append(paths, u.PkgPath)
		}
	}
	pkgs, err := list(ctx, c.opts, packages.NeedName|packages.NeedFiles|packages.NeedCompiledGoFiles, paths)
	if err != nil {
		return fmt.Errorf("cgo: %w", err)
	}
	for _, p := range pkgs {
		if len(p.Errors) == 0 {
			c.compiled[p.ID] = p.CompiledGoFiles
		}
	}
	return nil
}
