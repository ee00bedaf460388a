// Package good removes what it was asked to.
package good

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

type store struct {
	root  string
	known map[string]bool
}

func (s *store) Delete(key string) error {
	if key == "" || !filepath.IsLocal(key) || filepath.Clean(key) == "." {
		return errors.New("no key")
	}
	return os.RemoveAll(filepath.Join(s.root, key))
}

func (s *store) Length(key string) error {
	if len(key) == 0 {
		return errors.New("no key")
	}
	return os.RemoveAll(filepath.Join(s.root, key))
}

var name = regexp.MustCompile(`^[a-z]+$`)

func (s *store) Pattern(key string) error {
	if !name.MatchString(key) {
		return errors.New("no key")
	}
	return os.RemoveAll(filepath.Join(s.root, key))
}

func valid(key string) error {
	if key == "" || strings.ContainsAny(key, "/.") {
		return errors.New("no key")
	}
	return nil
}

func (s *store) Valid(key string) error {
	if err := valid(key); err != nil {
		return err
	}
	return os.RemoveAll(filepath.Join(s.root, key))
}

func (s *store) Listed(key string) error {
	if !s.known[key] {
		return fs.ErrNotExist
	}
	return os.RemoveAll(filepath.Join(s.root, key))
}

func Chosen(base, name string) error {
	if !slices.Contains([]string{"a", "b"}, name) {
		return fs.ErrNotExist
	}
	return os.RemoveAll(filepath.Join(base, name))
}

func Within(base, name string) error {
	dir := filepath.Join(base, name)
	if !strings.HasPrefix(dir, base+string(filepath.Separator)) {
		return fs.ErrInvalid
	}
	return os.RemoveAll(dir)
}

func Relative(base, name string) error {
	dir := filepath.Join(base, name)
	rel, err := filepath.Rel(base, dir)
	if err != nil || rel == "." || strings.HasPrefix(rel, "..") {
		return fs.ErrInvalid
	}
	return os.RemoveAll(dir)
}

// The helper tests.
func (s *store) path(key string) (string, error) {
	if key == "" {
		return "", errors.New("no key")
	}
	return filepath.Join(s.root, key), nil
}

func (s *store) Helper(key string) error {
	dir, err := s.path(key)
	if err != nil {
		return err
	}
	return os.RemoveAll(dir)
}

func Empty(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil {
			return err
		}
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	names, err := d.Readdirnames(-1)
	for _, name := range names {
		err = errors.Join(err, os.RemoveAll(filepath.Join(dir, name)))
	}
	return err
}

func Numbered(dir string, n int) error {
	if err := os.RemoveAll(filepath.Join(dir, fmt.Sprintf("%08d", n))); err != nil {
		return err
	}
	if err := os.RemoveAll(fmt.Sprintf("%s/%d", dir, n)); err != nil {
		return err
	}
	return os.RemoveAll(filepath.Join(dir, strconv.Itoa(n)))
}

func Affixed(dir, name string) error {
	if err := os.RemoveAll(filepath.Join(dir, name+".tmp")); err != nil {
		return err
	}
	if err := os.RemoveAll(dir + "/job-" + name); err != nil {
		return err
	}
	return os.RemoveAll(filepath.Join(dir, name, "cache"))
}

func Temporary(name string) error {
	dir, err := os.MkdirTemp("", "x")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	return os.RemoveAll(filepath.Join(dir, name))
}

// All callers of remove and Remove give a name.
func remove(dir, name string) error { return os.RemoveAll(filepath.Join(dir, name)) }

func Old(dir string) error { return remove(dir, "old") }

func Remove(dir, name string) error { return os.RemoveAll(filepath.Join(dir, name)) }

func New(dir string) error { return Remove(dir, "new") }

// A file system has no say in what is removed.
type disk struct{ root string }

func (d disk) RemoveAll(name string) error { return os.RemoveAll(filepath.Join(d.root, name)) }

// Options are tested.
type Options struct{ Root, Name string }

func (o *Options) Validate() error {
	if o.Name == "" {
		return errors.New("no name")
	}
	return nil
}

func Run(o *Options) error { return os.RemoveAll(filepath.Join(o.Root, o.Name)) }

var cache = flag.String("cache", "build", "the name of the cache")

func Flag(dir string) error { return os.RemoveAll(filepath.Join(dir, *cache)) }

// Build removes what it made itself.
func Build(dir string) (err error) {
	if dir == "" {
		if dir, err = os.MkdirTemp("", "build"); err != nil {
			return err
		}
		defer os.RemoveAll(dir)
	}
	return os.WriteFile(filepath.Join(dir, "out"), nil, 0o600)
}

func Noted(dir string) (err error) {
	own := false
	if dir == "" {
		own = true
		if dir, err = os.MkdirTemp("", "build"); err != nil {
			return err
		}
	}
	if own {
		defer os.RemoveAll(dir)
	}
	return os.WriteFile(filepath.Join(dir, "out"), nil, 0o600)
}

func Given(given string) (err error) {
	dir := given
	if dir == "" {
		if dir, err = os.MkdirTemp("", "build"); err != nil {
			return err
		}
	}
	err = os.WriteFile(filepath.Join(dir, "out"), nil, 0o600)
	if given == "" {
		err = errors.Join(err, os.RemoveAll(dir))
	}
	return err
}

func Request(w http.ResponseWriter, r *http.Request) {
	id, session := r.PathValue("id"), r.FormValue("session")
	if strings.Contains(id, "..") || session == "" || strings.ContainsAny(session, "/.") {
		return
	}
	os.RemoveAll(filepath.Join("uploads", id))
	os.RemoveAll(filepath.Join("streams", session))
}

func (s *store) RemoveTree(dir string) error { return os.RemoveAll(filepath.Join(s.root, dir)) }

// installed returns the directory of a version, or of all for none.
func installed(name, version string) (string, error) {
	if name == "" || strings.ContainsAny(name, "/.") {
		return "", errors.New("bad name")
	}
	return filepath.Clean(filepath.Join("/opt/plugins", name, version)), nil
}

func Uninstall(name string) error {
	dir, err := installed(name, "")
	if err != nil {
		return err
	}
	return os.RemoveAll(dir)
}
