// Package edge tries the limits.
package edge

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A Key has its own rules, but those are of this package.
type Key string

func Typed(root string, key Key) error { // want Typed:`removesBelow\[1\]`
	return os.RemoveAll(filepath.Join(root, string(key))) // want `with key "" removes root itself`
}

// Branches test on one of the ways only.
func Branches(root, key string, strict bool) error { // want Branches:`removesBelow\[1\]`
	if strict && key == "" {
		return os.ErrInvalid
	}
	return os.RemoveAll(filepath.Join(root, key)) // want `with key "" removes root itself`
}

func Switch(root, key string) error {
	switch key {
	case "":
		return os.ErrInvalid
	case "all":
		key = "."
	}
	return os.RemoveAll(filepath.Join(root, key))
}

// Chosen is the caller's on one of the ways.
func Chosen(root, key string, fixed bool) error { // want Chosen:`removesBelow\[1\]`
	name := "fixed"
	if !fixed {
		name = strings.TrimSpace(key)
	}
	return os.RemoveAll(filepath.Join(root, name)) // want `with key "" removes root itself`
}

// Upper bounds are no proof.
func Long(root, key string) error { // want Long:`removesBelow\[1\]`
	if len(key) > 255 {
		return os.ErrInvalid
	}
	return os.RemoveAll(filepath.Join(root, key)) // want `with key "" removes root itself`
}

func Deferred(root, key string) { // want Deferred:`removesBelow\[1\]`
	defer os.RemoveAll(filepath.Join(root, key)) // want `with key "" removes root itself`
}

func Literal(root, key string) func() error {
	if key == "" {
		return nil
	}
	return func() error { return os.RemoveAll(filepath.Join(root, key)) }
}

func Waived(root, key string) error {
	return os.RemoveAll(filepath.Join(root, key)) //leapguard:ok rmbase an empty key means all of them here
}

//leapguard:ok rmbase an empty key means all of them here
func WaivedWhole(root, key string) error {
	return os.RemoveAll(filepath.Join(root, key))
}

func WaivedWrong(root, key string) error { // want WaivedWrong:`removesBelow\[1\]`
	//leapguard:ok other waives another kind
	return os.RemoveAll(filepath.Join(root, key)) // want `with key "" removes root itself`
}

// Nothing is known of what others call unknown.
var clean func(string) string

func Unknown(root, key string) error { return os.RemoveAll(filepath.Join(root, clean(key))) }

// Sliced would panic.
func Sliced(root, key string) error { return os.RemoveAll(filepath.Join(root, key[:len(key)-4])) }

// Each is called here, with names that come from somewhere.
func Each(root, name string) error { return os.RemoveAll(filepath.Join(root, name)) } // want Each:`removesBelow\[1\]`

type dir struct{ root string }

func each(d *dir, names []string) (err error) {
	for _, name := range names {
		err = errors.Join(err, Each(d.root, name))
	}
	return err
}

// Either comes in two ways.
func Either(root, first, second string, turn bool) error { // want Either:`removesBelow\[1 2\]`
	name := first
	if turn {
		name = second
	}
	return os.RemoveAll(filepath.Join(root, name)) // want `with first "" removes root itself`
}

// Known is empty in one place, whoever else calls it.
func (d *dir) Known(name string) error { // want Known:`removesBelow\[1\]`
	return os.RemoveAll(filepath.Join(d.root, name)) // want `with os.Getenv\("NAME"\) "" removes d.root itself`
}

func known(d *dir, names []string) error {
	return errors.Join(d.Known(names[0]), d.Known(os.Getenv("NAME")))
}

// Both have to be empty, so that neither caller alone is told.
func Together(root, first, second string) error {
	return os.RemoveAll(fmt.Sprintf("%s/%s%s", root, first, second)) // want `with first "" removes root itself`
}

// Fallback is wrong whatever its callers pass.
func Fallback(root, name string, given bool) error { // want Fallback:`removesBelow\[1\]`
	if !given {
		name = os.Getenv("NAME")
	}
	return os.RemoveAll(filepath.Join(root, name)) // want `with os.Getenv\("NAME"\) "" removes root itself`
}
