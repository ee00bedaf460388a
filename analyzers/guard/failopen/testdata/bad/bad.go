// Package bad destroys what it could not look at.
package bad

import (
	"context"
	"errors"
	"log"
	"os"
	"os/exec"
	"time"
)

type object struct {
	Name string
	Keep bool
}

type store interface {
	Labels(name string) (map[string]string, error)
	References(ctx context.Context, name string) (int, error)
	Protected(name string) (bool, error)
	Get(ctx context.Context, name string, into *object) error
	List(ctx context.Context) ([]object, error)
	Used(ctx context.Context) ([]string, error)
	ModTime(name string) (time.Time, error)
	Delete(ctx context.Context, name string) error
}

// Logged takes labels that it could not read for none.
func Logged(ctx context.Context, s store, names []string) {
	for _, name := range names {
		labels, err := s.Labels(name)
		if err != nil { // want `^if s.Labels\(name\) fails, control goes on to s.Delete\(ctx, name\), since the test at line \d+ looks at what was not returned$`
			log.Print(err)
		}
		if labels != nil && labels["keep"] == "true" {
			continue
		}
		if err := s.Delete(ctx, name); err != nil {
			log.Print(err)
		}
	}
}

// Dropped does not even look.
func Dropped(ctx context.Context, s store, name string) error {
	n, _ := s.References(ctx, name) // want `if s.References\(ctx, name\) fails, control goes on to s.Delete`
	if n > 0 {
		return errors.New("in use")
	}
	return s.Delete(ctx, name)
}

// ByAddress looks at an object that was not filled.
func ByAddress(ctx context.Context, s store, name string) error {
	var o object
	if err := s.Get(ctx, name, &o); err != nil { // want `if s.Get\(ctx, name, &o\) fails, control goes on to s.Delete`
		log.Print(err)
	}
	if o.Keep {
		return nil
	}
	return s.Delete(ctx, name)
}

// Age takes what it could not date for old.
func Age(ctx context.Context, s store, name string) error {
	t, err := s.ModTime(name)
	if err != nil { // want `if s.ModTime\(name\) fails, control goes on to s.Delete`
		log.Print(err)
	}
	if time.Since(t) < time.Hour {
		return nil
	}
	return s.Delete(ctx, name)
}

// modTime makes a time up.
func modTime(s store, name string) (time.Time, error) {
	t, err := s.ModTime(name)
	if err != nil {
		return time.Unix(int64(len(name)), 0), err
	}
	return t, nil
}

// MadeUp believes it.
func MadeUp(ctx context.Context, s store, name string) error {
	t, err := modTime(s, name)
	if err != nil { // want `if modTime\(s, name\) fails, control goes on to s.Delete`
		log.Print(err)
	}
	if time.Since(t) < time.Hour {
		return nil
	}
	return s.Delete(ctx, name)
}

// Orphans deletes what is not in a list that it could not read.
func Orphans(ctx context.Context, s store) error {
	used, err := s.Used(ctx)
	if err != nil { // want `if s.Used\(ctx\) fails, control goes on to s.Delete`
		log.Print(err)
	}
	known := make(map[string]bool)
	for _, name := range used {
		known[name] = true
	}
	all, err := s.List(ctx)
	if err != nil {
		return err
	}
	for _, o := range all {
		if !known[o.Name] {
			if err := s.Delete(ctx, o.Name); err != nil {
				return err
			}
		}
	}
	return nil
}

// Partial goes on with a part of the list.
func Partial(ctx context.Context, s store, dry bool) error {
	used, err := s.Used(ctx)
	if err != nil { // want `if s.Used\(ctx\) fails, control goes on to deleteOthers\(ctx, s, used\), which deletes what is missing from its result`
		log.Print(err)
		if len(used) < 1 {
			return err
		}
	}
	if dry {
		return nil
	}
	return deleteOthers(ctx, s, used)
}

func deleteOthers(ctx context.Context, s store, used []string) error {
	all, err := s.List(ctx)
	if err != nil {
		return err
	}
	known := make(map[string]bool)
	for _, name := range used {
		known[name] = true
	}
	for _, o := range all {
		if _, ok := known[o.Name]; !ok {
			if err := s.Delete(ctx, o.Name); err != nil {
				return err
			}
		}
	}
	return nil
}

func unmount(dir string) error { return exec.Command("umount", dir).Run() }

// Mounted empties what is mounted.
func Mounted(dir string) error {
	if err := unmount(dir); err != nil { // want `if unmount\(dir\) fails, control goes on to os.RemoveAll\(dir\), which destroys dir`
		log.Print(err)
	}
	return os.RemoveAll(dir)
}

type allocation struct{ dir string }

func (a *allocation) UnmountAll() error { return unmount(a.dir) }

// Destroy collects errors, and goes on.
func (a *allocation) Destroy() error {
	var errs []error
	if err := a.UnmountAll(); err != nil { // want `if a.UnmountAll\(\) fails, control goes on to os.RemoveAll\(a.dir\), which destroys a.dir`
		errs = append(errs, err)
	}
	if err := os.RemoveAll(a.dir); err != nil {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// LeftOut asks, and takes an error for a no.
func LeftOut(ctx context.Context, s store, names []string) {
	for _, name := range names {
		if kept, err := s.Protected(name); err == nil && kept { // want `if s.Protected\(name\) fails, control goes on to s.Delete\(ctx, name\), as if the answer had been that nothing speaks against it`
			continue
		}
		_ = s.Delete(ctx, name)
	}
}

func run(name string, args ...string) error { return exec.Command(name, args...).Run() }

// Wiped wipes it.
func Wiped(device string) error {
	if err := unmount(device); err != nil { // want `if unmount\(device\) fails, control goes on to run\("wipefs", "--all", device\), which destroys device`
		log.Print(err)
	}
	return run("wipefs", "--all", device)
}

type exitError interface {
	error
	ExitStatus() int
}

// Format takes a disk that cannot be read for a blank one.
func Format(device string) error {
	format, err := formatOf(device)
	if err != nil || format != "" {
		return err
	}
	return run("mkfs.ext4", device)
}

func formatOf(device string) (string, error) {
	out, err := exec.Command("blkid", "-p", device).Output()
	if err != nil {
		if exit, ok := err.(exitError); ok && exit.ExitStatus() == 2 { // want `exit status 2 of blkid is taken for a disk without a format, but blkid also ends so if it cannot read the disk`
			return "", nil
		}
		return "", err
	}
	return string(out), nil
}

// Before: what failed earlier does not make it right.
func Before(ctx context.Context, s store, name string) error {
	_, failed := s.ModTime(name)
	n, _ := s.References(ctx, name) // want `if s.References\(ctx, name\) fails, control goes on to s.Delete`
	if n > 0 {
		return errors.New("in use")
	}
	if failed != nil {
		return s.Delete(ctx, name)
	}
	return nil
}
