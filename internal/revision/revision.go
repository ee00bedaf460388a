// Package revision makes the files of an earlier commit available beside those of
// the working tree.
package revision

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// A Repository is a git repository with a working tree.
type Repository struct {
	Root string // absolute, without symbolic links
}

// Open finds the repository that holds a directory.
func Open(ctx context.Context, dir string) (*Repository, error) {
	root, err := git(ctx, dir, nil, "rev-parse", "--show-toplevel")
	if err != nil {
		return nil, err
	}
	if root == "" {
		return nil, fmt.Errorf("%s is in no working tree of git", dir)
	}
	root, err = filepath.EvalSymlinks(filepath.FromSlash(root))
	if err != nil {
		return nil, err
	}
	return &Repository{Root: root}, nil
}

// MergeBase returns the commit in which the history of HEAD parts from that of a
// revision: what the changes of a branch are counted from.
func (r *Repository) MergeBase(ctx context.Context, rev string) (string, error) {
	if rev == "" || strings.HasPrefix(rev, "-") {
		return "", fmt.Errorf("%q is no revision", rev)
	}
	for _, name := range []string{rev, "HEAD"} {
		if _, err := git(ctx, r.Root, nil, "rev-parse", "--verify", "--quiet", name+"^{commit}"); err != nil {
			if ctx.Err() != nil {
				return "", ctx.Err()
			}
			if _, err := git(ctx, r.Root, nil, "rev-parse", "--verify", "--quiet", "origin/"+name+"^{commit}"); err == nil {
				return "", fmt.Errorf("there is no commit %s in %s, but origin/%s", name, r.Root, name)
			}
			return "", fmt.Errorf("there is no commit %s in %s; fetch it first, as by %s", name, r.Root, r.fetch(ctx))
		}
	}
	base, err := git(ctx, r.Root, nil, "merge-base", rev+"^{commit}", "HEAD")
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() == 1 {
		if r.shallow(ctx) {
			return "", fmt.Errorf("this clone is shallow and lacks the commit that %s and HEAD have in common; fetch it first, as by %s", rev, r.fetch(ctx))
		}
		return "", fmt.Errorf("%s and HEAD have no commit in common", rev)
	}
	return base, err
}

// fetch is the command that gets what is missing.
func (r *Repository) fetch(ctx context.Context) string {
	if r.shallow(ctx) {
		return "git fetch --unshallow origin (actions/checkout does with fetch-depth: 0)"
	}
	return "git fetch origin"
}

func (r *Repository) shallow(ctx context.Context) bool {
	answer, err := git(ctx, r.Root, nil, "rev-parse", "--is-shallow-repository")
	return err == nil && answer == "true"
}

// A Tree holds the files of a commit in a temporary directory.
type Tree struct {
	Root string // absolute, without symbolic links
	repo *Repository
	temp string
}

// Export writes the files of a commit to a temporary directory, as git would check
// them out. Submodules are left empty. The tree must be removed.
//
// It does so by an index of its own, since git archive leaves out or changes what
// the attributes export-ignore and export-subst name: tests and testdata, often.
func (r *Repository) Export(ctx context.Context, commit string) (*Tree, error) {
	temp, err := os.MkdirTemp("", "leapguard-")
	if err != nil {
		return nil, err
	}
	t := &Tree{repo: r, temp: temp}
	if err := t.fill(ctx, commit); err != nil {
		return nil, errors.Join(err, t.Remove())
	}
	return t, nil
}

func (t *Tree) fill(ctx context.Context, commit string) error {
	temp, err := filepath.Abs(t.temp) // TMPDIR may be relative to here, where git does not run
	if err != nil {
		return err
	}
	if temp, err = filepath.EvalSymlinks(temp); err != nil {
		return err
	}
	t.Root = filepath.Join(temp, "tree")
	if err := os.Mkdir(t.Root, 0o700); err != nil {
		return err
	}
	env := []string{"GIT_INDEX_FILE=" + filepath.Join(temp, "index")}
	// Neither hooks nor helpers of the index have any business here.
	quiet := []string{"-c", "core.hooksPath=" + filepath.Join(temp, "hooks"), "-c", "core.splitIndex=false", "-c", "core.fsmonitor=false"}
	if _, err := git(ctx, t.repo.Root, env, append(quiet, "read-tree", commit)...); err != nil {
		return err
	}
	prefix := filepath.ToSlash(t.Root) + "/"
	_, err = git(ctx, t.repo.Root, env, append(quiet, "checkout-index", "--all", "--quiet", "--prefix="+prefix)...)
	return err
}

// Remove removes the directory.
func (t *Tree) Remove() error { return os.RemoveAll(t.temp) }

// Old returns the place in the tree of a file or directory of the working tree,
// and whether it lies there.
func (t *Tree) Old(name string) (string, bool) { return move(name, t.repo.Root, t.Root) }

// New is the inverse of [Tree.Old].
func (t *Tree) New(name string) (string, bool) { return move(name, t.Root, t.repo.Root) }

// Rename writes a message as if the files of the tree were those of a commit.
func (t *Tree) Rename(message, commit string) string {
	return strings.ReplaceAll(message, t.Root+string(filepath.Separator), commit+":")
}

// move returns the name that a file below one directory would have below another.
func move(name, from, to string) (string, bool) {
	if real, err := filepath.EvalSymlinks(name); err == nil {
		name = real
	}
	rel, err := filepath.Rel(from, name)
	if err != nil || !filepath.IsLocal(rel) {
		return "", false
	}
	return filepath.Join(to, rel), true
}

// Environ returns the environment without the variables by which git tells its hooks
// of the repository. They hold for the directory in which a hook starts: in another,
// git would take that for the root, or find no repository.
func Environ() []string {
	return slices.DeleteFunc(os.Environ(), func(variable string) bool {
		name, _, _ := strings.Cut(variable, "=")
		return slices.Contains([]string{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"}, name)
	})
}

// git runs git in a directory and returns the line that it prints.
func git(ctx context.Context, dir string, env []string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = dir
	cmd.Env = append(append(Environ(), "LC_ALL=C"), env...)
	out, err := cmd.Output()
	if err == nil {
		return strings.TrimRight(string(out), "\r\n"), nil
	}
	if errors.Is(err, exec.ErrNotFound) {
		return "", errors.New("git is needed and was not found in PATH")
	}
	if ctx.Err() != nil {
		return "", ctx.Err()
	}
	message := err.Error()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		message = cmp.Or(strings.TrimPrefix(strings.TrimSpace(string(exit.Stderr)), "fatal: "), message)
	}
	return "", &gitError{message, err}
}

// A gitError is what git has to say of an error.
type gitError struct {
	message string
	err     error
}

func (e *gitError) Error() string { return "git: " + e.message }
func (e *gitError) Unwrap() error { return e.err }
