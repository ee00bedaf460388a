// Package callers calls functions of other packages that remove what it names.
package callers

import (
	"errors"
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"strconv"

	"example.com/rmbase/internal/cache"
)

var tenant = flag.String("tenant", "", "the tenant to remove")

func FromFlag(root string) error {
	return cache.Remove(root, *tenant) // want `^cache.Remove\(root, \*tenant\) with \*tenant "" removes the directory above itself$`
}

func FromEnv(c *cache.Cache) error {
	return c.Drop(os.Getenv("NAME")) // want `^c.Drop\(os.Getenv\("NAME"\)\) with os.Getenv\("NAME"\) "" removes the directory above itself$`
}

func Second(root string) error {
	return cache.Clear(root, os.Getenv("A"), os.Getenv("B")) // want `with os.Getenv\("B"\) "" removes root itself$`
}

func Constant() error {
	return cache.Wipe(os.Getenv("NAME")) // want `removes "/var/cache/" itself$`
}

// A request may name the directory above, or the directory.
func Handle(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	cache.Clear("data", "x", id)                                   // want `with r.PathValue\("id"\) ".." removes the parent of "data"$`
	if err := cache.Local("data", r.FormValue("id")); err != nil { // want `with r.FormValue\("id"\) "." removes "data" itself$`
		http.Error(w, "no", http.StatusBadRequest)
	}
	defer cache.Remove("data", r.FormValue("id")) // want `with r.FormValue\("id"\) "" removes`
}

// Parameters of exported functions are passed on, to be named by the next.
func Passed(root, name string) error {
	return inner(root, name)
}

func inner(root, name string) error {
	return cache.Named(root, "x"+name)
}

func Deep(root, name string) error { // want Deep:`removesBelow\[1\]`
	return deep(root, name)
}

func deep(root, name string) error {
	return cache.Clear(root, "first", name) // want `with name "" removes root itself$`
}

// What is tested, constant, generated or of unknown origin is left alone.
func Silent(c *cache.Cache, root string, names []string, n int) error {
	name := os.Getenv("NAME")
	if name == "" {
		return errors.New("no name")
	}
	err := errors.Join(cache.Remove(root, name), cache.Remove(root, "old"), cache.Remove(root, ""), cache.Remove(root, strconv.Itoa(n)))
	for _, name := range names {
		err = errors.Join(err, c.Drop(name))
	}
	entries, _ := os.ReadDir(root)
	for _, e := range entries {
		err = errors.Join(err, cache.Remove(root, e.Name()))
	}
	return errors.Join(err, cache.Named(root, os.Getenv("OTHER")), cache.Reviewed(root, os.Getenv("OTHER")))
}

// RemoveAll gives a file system the method.
func RemoveAll(path string) error { return cache.Remove("data", path) }

func Waived(root string) error {
	//leapguard:ok rmbase the environment is set by the unit that starts this
	return cache.Remove(root, os.Getenv("NAME"))
}

// Reviewed is waived for its callers, too.
func Reviewed(root, name string) error {
	return cache.Remove(root, name) //leapguard:ok rmbase an empty name means all of them
}

// An interface says nothing of what is behind it.
type dropper interface{ Drop(name string) error }

func Through(d dropper) error { return d.Drop(filepath.Base(os.Getenv("NAME"))) }
