package fix

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Write makes the changes of a plan on disk: all, or, if it returns an error, none.
// Each file is replaced by a new one of the same mode and owner, which takes the
// place of the former at once.
func (p *Plan) Write(ctx context.Context) (err error) {
	temps := make([]string, 0, len(p.Changes))
	defer func() {
		for _, temp := range temps {
			_ = os.Remove(temp) // is there only if err says why
		}
	}()
	for _, c := range p.Changes {
		temp, err := c.store(c.After)
		if err != nil {
			return fmt.Errorf("%w; nothing is written", err)
		}
		temps = append(temps, temp)
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	for _, c := range p.Changes {
		if err := c.unchanged(); err != nil {
			return err
		}
	}
	for i, c := range p.Changes {
		if err := os.Rename(temps[i], c.Name); err != nil {
			return undo(p.Changes[:i], err)
		}
	}
	return nil
}

// store writes a text to a new file beside that of the change and returns its name.
func (c *Change) store(text []byte) (name string, err error) {
	info, err := os.Lstat(c.Name)
	if err != nil {
		return "", err
	}
	// Neither the go command nor an editor takes this for a source file.
	f, err := os.CreateTemp(filepath.Dir(c.Name), ".leapguard-*.tmp")
	if err != nil {
		return "", err
	}
	_, err = f.Write(text)
	err = errors.Join(err, keepOwner(f, info), f.Chmod(info.Mode().Perm()), f.Sync(), f.Close())
	if err != nil {
		return "", errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), nil
}

// unchanged returns an error if the file is no longer what was analysed.
func (c *Change) unchanged() error {
	info, err := os.Lstat(c.Name)
	if err != nil {
		return fmt.Errorf("%w; nothing is written", err)
	}
	text, err := os.ReadFile(c.Name)
	if err != nil {
		return fmt.Errorf("%w; nothing is written", err)
	}
	if !info.Mode().IsRegular() || !bytes.Equal(text, c.Before) {
		return fmt.Errorf("%s was changed since it was analysed; nothing is written; run leapguard again", c.Name)
	}
	return nil
}

// undo puts back what files held before the changes made so far.
func undo(made []Change, cause error) error {
	errs := []error{fmt.Errorf("%w; the files are left as they were", cause)}
	for _, c := range made {
		temp, err := c.store(c.Before)
		if err == nil {
			err = os.Rename(temp, c.Name)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("%s is changed, and could not be put back: %w", c.Name, err))
		}
	}
	return errors.Join(errs...)
}
