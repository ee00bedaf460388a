// Package bad removes more than it was asked to.
package bad

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strings"
)

type store struct{ root string }

func (s *store) Delete(_ context.Context, key string) error { // want Delete:`removesBelow\[2\]`
	return os.RemoveAll(s.filename(key)) // want `^os.RemoveAll\(s.filename\(key\)\) with key "" removes s.root itself$`
}

func (s *store) filename(key string) string {
	return filepath.Join(s.root, filepath.FromSlash(key))
}

func (s *store) Drop(tenant, name string) error { // want Drop:`removesBelow\[2\]`
	dir := filepath.Join(s.root, "tenants", tenant, name)
	return os.RemoveAll(dir) // want `^os.RemoveAll\(dir\) with name "" removes filepath.Join\(s.root, "tenants", tenant\) itself$`
}

// Local lets "." pass.
func Local(base, name string) error { // want Local:`removesBelow\[1\]`
	if !filepath.IsLocal(name) {
		return fmt.Errorf("%q is not local", name)
	}
	return os.RemoveAll(filepath.Join(base, name)) // want `^os.RemoveAll\(filepath.Join\(base, name\)\) with name "." removes base itself$`
}

// Base makes "." of an empty name.
func Base(base, name string) error { // want Base:`removesBelow\[1\]`
	return os.RemoveAll(filepath.Join(base, filepath.Base(name))) // want `with name "" removes base itself`
}

func Sum(base, name string) error { // want Sum:`removesBelow\[1\]`
	if strings.Contains(name, "..") {
		return fmt.Errorf("%q leaves the directory", name)
	}
	return os.RemoveAll(base + "/" + name) // want `^os.RemoveAll\(base \+ "/" \+ name\) with name "" removes base itself$`
}

func Constant(name string) error { // want Constant:`removesBelow\[0\]`
	return os.RemoveAll("/var/lib/agent/" + name) // want `^os.RemoveAll\("/var/lib/agent/" \+ name\) with name "" removes "/var/lib/agent/" itself$`
}

func Format(base, tenant, name string) error { // want Format:`removesBelow\[2\]`
	return os.RemoveAll(fmt.Sprintf("%s/%s/%s", base, tenant, name)) // want `with name "" removes filepath.Join\(base, tenant\) itself`
}

func Exists(base, name string) error { // want Exists:`removesBelow\[1\]`
	dir := path.Join(base, name)
	if _, err := os.Stat(dir); os.IsNotExist(err) {
		return nil
	}
	return os.RemoveAll(dir) // want `with name "" removes base itself`
}

func Known(base, name string) error { // want Known:`removesBelow\[1\]`
	if !there(base, name) {
		return os.ErrNotExist
	}
	return os.RemoveAll(filepath.Join(base, name)) // want `with name "" removes base itself`
}

func there(base, name string) bool {
	_, err := os.Stat(filepath.Join(base, name))
	return err == nil
}

// Within lets the directory itself pass: the prefix ends without a separator.
func Within(base, name string) error { // want Within:`removesBelow\[1\]`
	dir := filepath.Join(base, name)
	if !strings.HasPrefix(dir, base) {
		return os.ErrInvalid
	}
	return os.RemoveAll(dir) // want `with name "" removes base itself`
}

func Env() error {
	return os.RemoveAll(filepath.Join("/srv/data", os.Getenv("NAMESPACE"))) // want `with os.Getenv\("NAMESPACE"\) "" removes "/srv/data" itself`
}

func Query(w http.ResponseWriter, r *http.Request) {
	os.RemoveAll(filepath.Join("uploads", r.FormValue("id"))) // want `with r.FormValue\("id"\) "" removes "uploads" itself`
}

func Segment(w http.ResponseWriter, r *http.Request) {
	id := r.PathValue("id")
	if id == "" {
		return
	}
	os.RemoveAll(filepath.Join("uploads", id)) // want `with r.PathValue\("id"\) ".." removes the parent of "uploads"`
}

// Option is given by the user.
type Options struct {
	Root, Namespace string
}

func Field(o *Options) error {
	return os.RemoveAll(filepath.Join(o.Root, o.Namespace)) // want `with o.Namespace "" removes o.Root itself`
}

var (
	name   = flag.String("name", "", "the tenant to remove")
	tenant string
	work   string
)

func init() {
	flag.StringVar(&tenant, "tenant", "", "the tenant to remove")
	flag.StringVar(&work, "dir", "", "where temporary files are kept")
}

func Flags(base string) error {
	if err := os.RemoveAll(filepath.Join(base, *name)); err != nil { // want `with \*name "" removes base itself`
		return err
	}
	return os.RemoveAll(filepath.Join(base, tenant)) // want `with tenant "" removes base itself`
}

// Passed on by its only callers.
func remove(base, name string) error {
	return os.RemoveAll(filepath.Join(base, name)) // want `with user "" removes base itself`
}

func RemoveUser(user string) error { return remove("users", user) } // want RemoveUser:`removesBelow\[0\]`

// Whole paths are removed for the caller.
func removeDir(dir string) error { return os.RemoveAll(dir) }

func RemoveGroup(root, group string) error { // want RemoveGroup:`removesBelow\[1\]`
	return removeDir(filepath.Join(root, group)) // want `^removeDir\(filepath.Join\(root, group\)\) with group "" removes root itself$`
}

func Root(root *os.Root, tenant, key string) error { // want Root:`removesBelow\[2\]`
	return root.RemoveAll(filepath.Join(tenant, key)) // want `with key "" removes tenant itself`
}

func Split(base, list string) { // want Split:`removesBelow\[1\]`
	for _, name := range strings.Split(list, ",") {
		os.RemoveAll(filepath.Join(base, name)) // want `with list "" removes base itself`
	}
}

const sub = ""

func Named(base string) error {
	return os.RemoveAll(filepath.Join(base, sub)) // want `^os.RemoveAll\(filepath.Join\(base, sub\)\) removes base itself: the last element is empty$`
}

// Build takes the directory of its caller for its own.
func Build(dir string) error {
	if dir == "" {
		var err error
		if dir, err = os.MkdirTemp("", "build"); err != nil {
			return err
		}
	}
	defer os.RemoveAll(dir) // want `^os.RemoveAll\(dir\) removes the directory that dir names, with what was in it before$`
	return os.WriteFile(filepath.Join(dir, "out"), nil, 0o600)
}

func Report() error {
	dir := scratch()
	if work != "" {
		dir = work
	}
	if err := pack(dir); err != nil {
		return err
	}
	return os.RemoveAll(dir) // want `^os.RemoveAll\(dir\) removes the directory that --dir names, with what was in it before$`
}

func scratch() string { return filepath.Join(os.TempDir(), "report") }

func pack(dir string) error {
	_, err := os.ReadDir(dir)
	return err
}

// Stop refuses "", but not "..".
func Stop(w http.ResponseWriter, r *http.Request) {
	id := r.URL.Query().Get("session")
	if id == "" || strings.Contains(id, "/") {
		return
	}
	os.RemoveAll(filepath.Join("streams", id)) // want `with r.URL.Query\(\).Get\("session"\) ".." removes the parent of "streams"`
}

// RemoveTree is about runs, not about directories.
func (s *store) RemoveTree(run string) error { // want RemoveTree:`removesBelow\[1\]`
	return os.RemoveAll(filepath.Join(s.root, run)) // want `with run "" removes s.root itself`
}
