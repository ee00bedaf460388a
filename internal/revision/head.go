package revision

import "context"

// Head returns the commit that the working tree is checked out from.
func (r *Repository) Head(ctx context.Context) (string, error) {
	return git(ctx, r.Root, nil, "rev-parse", "--verify", "HEAD^{commit}")
}
