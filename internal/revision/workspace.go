package revision

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/mod/modfile"
)

// GOWORK returns the value of GOWORK with which the go command finds in the tree
// the workspace that it finds in a directory of the working tree: that of the
// commit, else, where git does not keep it, that of the working tree with the
// modules of the tree in the place of theirs.
func (t *Tree) GOWORK(ctx context.Context, dir string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", "env", "GOWORK")
	cmd.Dir = dir
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go env GOWORK: %w", err)
	}
	work := strings.TrimSpace(string(out))
	if work == "" || work == "off" {
		return t.ownWorkspace(dir, work), nil
	}
	source := work
	if old, ok := t.Old(work); ok {
		if _, err := os.Stat(old); err == nil {
			source = old
		}
	}
	text, err := os.ReadFile(source)
	if err != nil {
		return "", err
	}
	f, err := modfile.ParseWork(source, text, nil)
	if err != nil {
		return "", err
	}
	if source != work && !t.leaves(f, filepath.Dir(source)) {
		return source, nil
	}
	return t.copyWorkspace(f, work)
}

// leaves reports whether a workspace of the tree has modules outside of it.
func (t *Tree) leaves(f *modfile.WorkFile, dir string) bool {
	return slices.ContainsFunc(f.Use, func(use *modfile.Use) bool {
		_, inside := move(absolute(dir, use.Path), t.Root, t.Root)
		return !inside
	})
}

func absolute(dir, name string) string {
	if name = filepath.FromSlash(name); filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(dir, name)
}

// ownWorkspace returns the go.work that the commit had for a directory, or "off",
// lest the go command finds one around temporary directories.
func (t *Tree) ownWorkspace(dir, work string) string {
	old, ok := t.Old(dir)
	for ok && work != "off" {
		name := filepath.Join(old, "go.work")
		if _, err := os.Stat(name); err == nil {
			return name
		}
		if old == t.Root {
			break
		}
		old = filepath.Dir(old)
	}
	return "off"
}

// copyWorkspace writes a go.work beside the tree, which stands for one of the working
// tree.
func (t *Tree) copyWorkspace(f *modfile.WorkFile, work string) (string, error) {
	// place returns where a directory that the file names is now, "" if nowhere.
	place := func(name string) string {
		name = absolute(filepath.Dir(work), name)
		if old, ok := t.Old(name); ok {
			name = old
		}
		if _, err := os.Stat(filepath.Join(name, "go.mod")); err != nil {
			return ""
		}
		return filepath.ToSlash(name)
	}
	var err error
	for _, use := range f.Use {
		name, module := use.Path, use.ModulePath
		err = errors.Join(err, f.DropUse(name))
		if name = place(name); name != "" {
			err = errors.Join(err, f.AddUse(name, module))
		}
	}
	for _, r := range f.Replace {
		if r.New.Version == "" {
			if name := place(r.New.Path); name != "" {
				err = errors.Join(err, f.AddReplace(r.Old.Path, r.Old.Version, name, ""))
			}
		}
	}
	if err != nil {
		return "", err
	}
	f.Cleanup()
	out := filepath.Join(filepath.Dir(t.Root), "go.work")
	if sums, err := os.ReadFile(work + ".sum"); err == nil {
		if err := os.WriteFile(out+".sum", sums, 0o600); err != nil {
			return "", err
		}
	}
	return out, os.WriteFile(out, modfile.Format(f.Syntax), 0o600)
}
