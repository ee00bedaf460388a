// Package good leaves alone what it could not look at.
package good

import (
	"context"
	"errors"
	"io/fs"
	"log"
	"os"
	"time"
)

type store interface {
	Labels(name string) (map[string]string, error)
	References(ctx context.Context, name string) (int, error)
	Enabled(name string) (bool, error)
	Protected(name string) (bool, error)
	Used(ctx context.Context) ([]string, error)
	ModTime(name string) (time.Time, error)
	Create(name string) (string, error)
	Delete(ctx context.Context, name string) error
	Unmount(dir string) error
}

func Returned(ctx context.Context, s store, name string) error {
	labels, err := s.Labels(name)
	if err != nil {
		return err
	}
	if labels["keep"] == "true" {
		return nil
	}
	return s.Delete(ctx, name)
}

func Continued(ctx context.Context, s store, names []string) {
	for _, name := range names {
		n, err := s.References(ctx, name)
		if err != nil {
			log.Print(err)
			continue
		}
		if n > 0 {
			continue
		}
		_ = s.Delete(ctx, name)
	}
}

// Absent: what is not there is not protected.
func Absent(ctx context.Context, s store, name string) error {
	protected, err := s.Protected(name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if protected {
		return nil
	}
	return s.Delete(ctx, name)
}

// Disabled: the zero value deletes nothing.
func Disabled(ctx context.Context, s store, name string) {
	enabled, err := s.Enabled(name)
	if err != nil {
		log.Print(err)
	}
	if enabled {
		_ = s.Delete(ctx, name)
	}
}

// Elements: what was listed is deleted, were it a part.
func Elements(ctx context.Context, s store) error {
	names, err := s.Used(ctx)
	if err != nil {
		log.Print(err)
	}
	for _, name := range names {
		if err := s.Delete(ctx, name); err != nil {
			return err
		}
	}
	return nil
}

// Told: the error is looked at later.
func Told(ctx context.Context, s store, names []string) error {
	var failed error
	for _, name := range names {
		n, err := s.References(ctx, name)
		if err != nil {
			failed = err
		}
		if n > 0 {
			return nil
		}
	}
	if failed != nil {
		return failed
	}
	return s.Delete(ctx, names[0])
}

// Flagged remembers the failure.
func Flagged(ctx context.Context, s store, name string) error {
	unknown := false
	n, err := s.References(ctx, name)
	if err != nil {
		unknown = true
	}
	if unknown || n > 0 {
		return nil
	}
	return s.Delete(ctx, name)
}

// Safe: the fallback keeps it.
func Safe(ctx context.Context, s store, name string) error {
	t, err := s.ModTime(name)
	if err != nil {
		t = time.Now()
	}
	if time.Since(t) < time.Hour {
		return nil
	}
	return s.Delete(ctx, name)
}

// Retried asks until it knows.
func Retried(ctx context.Context, s store, name string) error {
	for range 3 {
		n, err := s.References(ctx, name)
		if err != nil {
			log.Print(err)
			continue
		}
		if n == 0 {
			return s.Delete(ctx, name)
		}
	}
	return errors.New("in use")
}

// Own cleans up after itself.
func Own(ctx context.Context, s store) error {
	name, err := s.Create("tmp")
	if err != nil {
		return err
	}
	n, err := s.References(ctx, name)
	if err != nil {
		log.Print(err)
	}
	if n > 0 {
		return nil
	}
	return s.Delete(ctx, name)
}

// Unmounted gives up.
func Unmounted(s store, dir string) error {
	if err := s.Unmount(dir); err != nil {
		return err
	}
	return os.RemoveAll(dir)
}

// Empty removes the directory only if nothing is in it.
func Empty(s store, dir string) error {
	if err := s.Unmount(dir); err != nil {
		log.Print(err)
	}
	return os.Remove(dir)
}

// Other removes something else.
func Other(s store, dir, other string) error {
	if err := s.Unmount(dir); err != nil {
		log.Print(err)
	}
	return os.RemoveAll(other)
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func Must(ctx context.Context, s store, name string) error {
	n, err := s.References(ctx, name)
	must(err)
	if n > 0 {
		return nil
	}
	return s.Delete(ctx, name)
}

func ignoreNotExist(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

// Filtered: an error of that kind proves absence.
func Filtered(ctx context.Context, s store, name string) error {
	n, err := s.References(ctx, name)
	if ignoreNotExist(err) != nil {
		return err
	}
	if n > 0 {
		return nil
	}
	return s.Delete(ctx, name)
}

var listed = map[string][]string{}

// lookup never fails.
func lookup(name string) ([]string, error) { return listed[name], nil }

func LookedUp(path string) error {
	kept, _ := lookup("kept")
	if len(kept) > 0 {
		return errors.New("kept")
	}
	return os.RemoveAll(path)
}

type settings struct{ Keep bool }

func convert(raw any, to *settings) error {
	s, ok := raw.(settings)
	if !ok {
		return errors.New("no settings")
	}
	*to = s
	return nil
}

func ConvertedAside(raw any, path string) error {
	var s settings
	if err := convert(raw, &s); err != nil {
		log.Print(err)
	}
	if s.Keep {
		return nil
	}
	return os.RemoveAll(path)
}

func release(tag string) (time.Time, error) {
	if tag == "" {
		return time.Time{}, errors.New("no tag")
	}
	return time.Parse("2006", tag[:4])
}

// The tag in the source is one, or is not.
func OfRelease(ctx context.Context, s store, at time.Time, name string) error {
	first, _ := release("2021-07-27")
	if at.Before(first) {
		return nil
	}
	return s.Delete(ctx, name)
}

// Undone takes back what it has begun, because something else failed.
func Undone(ctx context.Context, s store, name string) error {
	if name != "" {
		n, _ := s.References(ctx, name)
		if n >= 20 {
			return errors.New("too many")
		}
	}
	if _, err := s.Labels(name); err != nil {
		if derr := s.Delete(ctx, name); derr != nil {
			log.Print(derr)
		}
		return err
	}
	return nil
}

var errAlreadyExists = errors.New("already exists")

// Replaced: that a name is taken says nothing of what is deleted.
func Replaced(ctx context.Context, s store, name, old string) error {
	if n, _ := s.References(ctx, name); n > 0 {
		return errAlreadyExists
	}
	if _, err := s.Create(name); err != nil {
		return err
	}
	return s.Delete(ctx, old)
}
