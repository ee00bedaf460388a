// Package filescope finds the packages that files belong to, module by module.
package filescope

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

// A Module holds some of the files.
type Module struct {
	Dir      string   // absolute, where its go.mod lies
	Packages []string // import paths of the packages of the files, sorted
	// Apart says that a go.work is in effect in Dir which does not use the module.
	Apart bool
}

// Group returns the modules that hold the named files, sorted by directory. Names
// are relative to dir, which is absolute.
//
// Left out are files that are no Go files, those that the go command ignores by
// their name or directory, modules in testdata and vendor, and deleted files whose
// directory is gone. Any other file must stand in a module.
func Group(ctx context.Context, dir string, names []string) ([]Module, error) {
	byDir := make(map[string]*Module)
	for _, name := range names {
		file := name
		if !filepath.IsAbs(file) {
			file = filepath.Join(dir, file)
		}
		info, err := os.Stat(file)
		if err == nil && info.IsDir() {
			return nil, fmt.Errorf("%s is a directory; --files takes files, and without it leapguard takes packages", name)
		}
		base := filepath.Base(file)
		if filepath.Ext(base) != ".go" || base[0] == '_' || base[0] == '.' {
			continue
		}
		if _, gone := os.Stat(filepath.Dir(file)); gone != nil {
			continue
		}
		root := moduleRoot(filepath.Dir(file))
		switch {
		case root == "" && err != nil: // deleted
			continue
		case root == "":
			return nil, fmt.Errorf("%s is in no module: there is no go.mod in its directory or above it", name)
		case inData(dir, root) || ignored(root, filepath.Dir(file)):
			continue
		}
		m := byDir[root]
		if m == nil {
			if m, err = newModule(ctx, root); err != nil {
				return nil, err
			}
			byDir[root] = m
		}
		if err := m.add(filepath.Dir(file)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	var out []Module
	for _, m := range byDir {
		slices.Sort(m.Packages)
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b Module) int { return cmp.Compare(a.Dir, b.Dir) })
	return out, nil
}

// add adds the package of a directory of the module.
func (m *Module) add(dir string) error {
	name := filepath.Join(m.Dir, "go.mod")
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	p := modfile.ModulePath(text)
	if p == "" {
		return fmt.Errorf("%s names no module", name)
	}
	if rel, err := filepath.Rel(m.Dir, dir); err == nil {
		p = path.Join(p, filepath.ToSlash(rel))
	}
	if err := module.CheckImportPath(p); err != nil {
		return fmt.Errorf("the go command takes no package there: %w", err)
	}
	if !slices.Contains(m.Packages, p) {
		m.Packages = append(m.Packages, p)
	}
	return nil
}

// moduleRoot returns the nearest directory, dir or above it, that holds a go.mod,
// or "".
func moduleRoot(dir string) string {
	for {
		if info, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil && !info.IsDir() {
			return dir
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// inData reports whether a module below dir stands in testdata or vendor.
func inData(dir, root string) bool {
	return slices.ContainsFunc(elements(dir, root), func(name string) bool { return name == "testdata" || name == "vendor" })
}

// ignored reports whether ./... in a module does not match a directory by its name.
func ignored(root, dir string) bool {
	return slices.ContainsFunc(elements(root, dir), func(name string) bool {
		return name == "testdata" || name == "vendor" || strings.HasPrefix(name, "_") || strings.HasPrefix(name, ".")
	})
}

// elements returns the names on the way from one directory to another below it,
// nil if it is not.
func elements(from, to string) []string {
	rel, err := filepath.Rel(from, to)
	if err != nil || rel == "." || !filepath.IsLocal(rel) {
		return nil
	}
	return strings.Split(rel, string(filepath.Separator))
}

// newModule finds out what the go command makes of a module.
func newModule(ctx context.Context, dir string) (*Module, error) {
	m := &Module{Dir: dir}
	work, err := goCommand(ctx, dir, "env", "GOWORK")
	if err != nil || work == "" || work == "off" {
		return m, err
	}
	used, err := goCommand(ctx, dir, "list", "-m", "-f", "{{.Dir}}")
	if err != nil {
		return nil, err
	}
	m.Apart = !slices.ContainsFunc(strings.Split(used, "\n"), func(other string) bool { return sameFile(dir, strings.TrimSpace(other)) })
	return m, nil
}

func sameFile(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}

func goCommand(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Dir = dir
	out, err := cmd.Output()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && len(exit.Stderr) > 0 {
		err = errors.New(strings.TrimSpace(string(exit.Stderr)))
	}
	if err != nil {
		return "", fmt.Errorf("the go command failed: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}
