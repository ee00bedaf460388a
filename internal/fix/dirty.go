package fix

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/leapguard/leapguard/internal/revision"
)

// Unstaged returns which of the changes to make by unsafe fixes are of files that git
// knows no copy of as they are: untracked ones, and those with changes that are
// neither committed nor staged. Files outside of repositories are none, and without
// git there are no repositories.
func (p *Plan) Unstaged(ctx context.Context) ([]string, error) {
	var out []string
	for _, c := range p.Changes {
		if !c.Unsafe {
			continue
		}
		dirty, err := unstaged(ctx, c.Name)
		if err != nil {
			return nil, err
		}
		if dirty {
			out = append(out, c.Name)
		}
	}
	return out, nil
}

// unstaged asks git about one file: changes are few, and each may be in a repository
// of its own.
func unstaged(ctx context.Context, name string) (bool, error) {
	dir, base := filepath.Split(name)
	cmd := exec.CommandContext(ctx, "git", "-c", "core.fsmonitor=false", "--literal-pathspecs",
		"status", "--porcelain=v1", "-z", "--untracked-files=all", "--", base)
	cmd.Dir = dir
	cmd.Env = append(revision.Environ(), "GIT_OPTIONAL_LOCKS=0", "LC_ALL=C")
	out, err := cmd.Output()
	if errors.Is(err, exec.ErrNotFound) {
		return false, nil
	}
	if failure, ok := errors.AsType[*exec.ExitError](err); ok {
		text := strings.TrimSpace(string(failure.Stderr))
		if strings.Contains(text, "not a git repository") {
			return false, nil
		}
		return false, fmt.Errorf("git status of %s: %s", name, text)
	}
	// "XY NAME": X is the index against the commit, Y the file against the index.
	return len(out) > 1 && out[1] != ' ', err
}
