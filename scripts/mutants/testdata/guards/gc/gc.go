// Package gc removes directories that nobody uses any more. What destroys is
// known by its name here, nothing is annotated.
package gc

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// An Index knows who uses what.
type Index interface {
	References(ctx context.Context, name string) (int, error)
	Labels(name string) (map[string]string, error)
	LastUsed(name string) (time.Time, error)
	Pinned(ctx context.Context, name string) (bool, error)
	Owner(name string) (string, error)
	Roots(ctx context.Context) ([]string, error)
}

// A Collector removes blobs below a directory.
type Collector struct {
	Dir   string
	Index Index
	Now   func() time.Time
}

// Delete removes a blob.
func (c *Collector) Delete(ctx context.Context, name string) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return os.Remove(filepath.Join(c.Dir, name+".blob"))
}

// Blob removes a blob without references.
func (c *Collector) Blob(ctx context.Context, name string) error {
	refs, err := c.Index.References(ctx, name)
	if err != nil {
		return fmt.Errorf("references of %s: %w", name, err)
	}
	if refs > 0 {
		return nil
	}
	return c.Delete(ctx, name)
}

// Labelled removes blobs that no label keeps.
func (c *Collector) Labelled(ctx context.Context, names []string) error {
	for _, name := range names {
		labels, err := c.Index.Labels(name)
		if err != nil {
			slog.Error("labels", "blob", name, "error", err)
			continue
		}
		if labels["keep"] == "true" {
			continue
		}
		if err := c.Delete(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// Old removes blobs that nobody has used for a month.
func (c *Collector) Old(ctx context.Context, name string) error {
	used, err := c.Index.LastUsed(name)
	if err != nil {
		return err
	}
	if c.Now().Sub(used) < 720*time.Hour {
		return nil
	}
	return c.Delete(ctx, name)
}

// Unpinned removes a blob that nobody has pinned.
func (c *Collector) Unpinned(ctx context.Context, name string) error {
	pinned, err := c.Index.Pinned(ctx, name)
	if err != nil {
		return err
	}
	if pinned {
		return fmt.Errorf("%s is pinned", name)
	}
	slog.Info("removing", "blob", name)
	return c.Delete(ctx, name)
}

// Orphan removes a blob without an owner.
func (c *Collector) Orphan(ctx context.Context, name string) error {
	owner, err := c.Index.Owner(name)
	if err != nil {
		return err
	}
	if owner != "" {
		return nil
	}
	return c.Delete(ctx, name)
}

// Sweep removes what no root refers to.
func (c *Collector) Sweep(ctx context.Context, names []string) error {
	roots, err := c.Index.Roots(ctx)
	if err != nil {
		return err
	}
	live := make(map[string]bool)
	for _, root := range roots {
		live[strings.TrimPrefix(root, "/")] = true
	}
	for _, name := range names {
		if live[name] {
			continue
		}
		if err := c.Delete(ctx, name); err != nil {
			return err
		}
	}
	return nil
}
