package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
)

// test runs, for each mutant that compiles, the tests of its package and of those
// of the corpus that import it.
func (c *corpus) test(ctx context.Context, mutants []*mutant) error {
	for _, m := range mutants {
		if !m.compiles {
			continue
		}
		if err := c.testOne(ctx, m); err != nil {
			return fmt.Errorf("%s: %w", m, err)
		}
	}
	return nil
}

func (c *corpus) testOne(ctx context.Context, m *mutant) (err error) {
	tmp, err := os.MkdirTemp("", "mutants")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(tmp)) }()
	if _, err := writeOverlay(tmp, []*mutant{m}); err != nil {
		return err
	}
	defer c.forget()
	own := m.site.file.pkg.PkgPath
	others := slices.DeleteFunc(c.dependents(m.site.file), func(path string) bool { return path == own })
	// Most fail in their own package, and the tests of the others take long to build.
	for _, paths := range [][]string{{own}, others} {
		if len(paths) == 0 || m.failed {
			break
		}
		if m.failed, err = c.fails(ctx, filepath.Join(tmp, "overlay.json"), paths); err != nil {
			return err
		}
	}
	return nil
}

// fails reports whether a test of some packages fails with an overlay.
func (c *corpus) fails(ctx context.Context, overlay string, paths []string) (bool, error) {
	args := []string{"test", "-overlay", overlay, "-vet=off", "-count=1", "-failfast", "-timeout=120s"}
	cmd := exec.CommandContext(ctx, "go", append(args, paths...)...)
	cmd.Dir = c.dir
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	switch {
	case err == nil:
		return false, nil
	case errors.As(err, &exit) && exit.ExitCode() == 1:
		return true, nil
	}
	return false, fmt.Errorf("%w: %s", err, out)
}

// forget removes what property tests of mutants keep, to replay it the next time.
func (c *corpus) forget() {
	for pkg := range c.own {
		_ = os.RemoveAll(filepath.Join(pkg.Dir, "testdata", "rapid"))
	}
}

// dependents returns the import paths of the packages of the corpus that lead to
// that of a file, itself included.
func (c *corpus) dependents(file *sourceFile) []string {
	var out []string
	for pkg := range c.own {
		if pkg == file.pkg || c.imports(pkg, file.pkg) {
			out = append(out, pkg.PkgPath)
		}
	}
	slices.Sort(out)
	return out
}

// doubleTable prints how many mutants of each operator are reported, and how many
// fail a test. A function that is not exported may leave the check to its callers:
// what is broken in it is then reported where it is called.
func doubleTable(w io.Writer, mutants []*mutant) error {
	tw := tabwriter.NewWriter(w, 0, 0, 1, ' ', 0)
	fmt.Fprintln(tw, "| operator\t| mutants\t| reported\t| in a caller\t| fail a test\t| neither\t|")
	fmt.Fprintln(tw, "|---\t|---:\t|---\t|---\t|---:\t|---:\t|")
	var all [3]int
	for _, op := range operators {
		var total, failed, neither int
		reported, called := make(map[string]int), make(map[string]int)
		for _, m := range mutants {
			if m.op != op || !m.compiles {
				continue
			}
			total++
			if m.killer != "" {
				reported[m.killer]++
			}
			if m.caller != "" {
				called[m.caller]++
			}
			if m.failed {
				failed++
			} else if m.killer == "" && m.caller == "" {
				neither++
			}
		}
		if total == 0 {
			continue
		}
		for i, n := range []int{total, failed, neither} {
			all[i] += n
		}
		fmt.Fprintf(tw, "| %s\t| %d\t| %s\t| %s\t| %d\t| %d\t|\n", op.name, total, counted(reported), counted(called), failed, neither)
	}
	fmt.Fprintf(tw, "| all\t| %d\t|\t|\t| %d\t| %d\t|\n", all[0], all[1], all[2])
	return tw.Flush()
}

// counted writes slugs with their numbers, in order.
func counted(slugs map[string]int) string {
	var out []string
	for _, slug := range slices.Sorted(maps.Keys(slugs)) {
		out = append(out, fmt.Sprintf("%s %d", slug, slugs[slug]))
	}
	return strings.Join(out, ", ")
}
