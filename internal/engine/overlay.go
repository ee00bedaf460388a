package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"hash/maphash"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// An Overlay puts files in the place of others, or takes some away, as the flag
// -overlay of go build does. The nil overlay changes nothing.
type Overlay struct {
	file    string            // absolute; "" for one made by [NewOverlay]
	replace map[string]string // absolute; "" for a file that is taken away

	contents map[string][]byte
	read     *Digests
}

// NewOverlay returns an overlay that puts contents in the place of files with
// absolute names, and notes in read, unless that is nil, what is read of others.
func NewOverlay(contents map[string][]byte, read *Digests) *Overlay {
	return &Overlay{contents: contents, read: read}
}

// Digests tell what Go files held when they were read.
type Digests struct {
	seed  maphash.Seed
	files sync.Map // from name to uint64, or to nil where they change
}

// NewDigests returns digests of no files.
func NewDigests() *Digests { return &Digests{seed: maphash.MakeSeed()} }

func (d *Digests) note(name string, data []byte) {
	sum := maphash.Bytes(d.seed, data)
	if before, read := d.files.LoadOrStore(name, sum); read && before != sum {
		d.files.Store(name, nil)
	}
}

// Match reports whether a file held data each time that it was read, if it was.
func (d *Digests) Match(name string, data []byte) bool {
	sum, read := d.files.Load(filepath.Clean(name))
	return !read || sum == maphash.Bytes(d.seed, data)
}

// ReadOverlay reads the JSON file of an overlay: {"Replace": {"a.go": "b.go"}},
// names relative to dir, which is absolute.
func ReadOverlay(file, dir string) (*Overlay, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var doc struct{ Replace map[string]string }
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&doc); err != nil {
		return nil, fmt.Errorf("%s: not an overlay of the form {\"Replace\": {\"FILE\": \"REPLACEMENT\"}}: %w", file, err)
	}
	absolute := func(name string) string {
		if name == "" || filepath.IsAbs(name) {
			return filepath.Clean(name)
		}
		return filepath.Join(dir, name)
	}
	o := &Overlay{file: absolute(file), replace: make(map[string]string)}
	for name, replacement := range doc.Replace {
		if name == "" {
			return nil, fmt.Errorf("%s: replaces a file without a name", file)
		}
		o.replace[absolute(name)] = replacement
		if replacement != "" {
			o.replace[absolute(name)] = absolute(replacement)
		}
	}
	return o, nil
}

// ReadFile is [os.ReadFile] seen through the overlay.
func (o *Overlay) ReadFile(name string) ([]byte, error) {
	if o == nil {
		return os.ReadFile(name)
	}
	if data, ok := o.contents[filepath.Clean(name)]; ok {
		return bytes.Clone(data), nil
	}
	if o.read != nil && strings.HasSuffix(name, ".go") {
		data, err := os.ReadFile(name)
		if err == nil {
			o.read.note(filepath.Clean(name), data)
		}
		return data, err
	}
	replacement, ok := o.replace[filepath.Clean(name)]
	switch {
	case !ok:
		return os.ReadFile(name)
	case replacement == "":
		return nil, &os.PathError{Op: "open", Path: name, Err: os.ErrNotExist}
	}
	return os.ReadFile(replacement)
}

// flags returns the flags that tell the go command of the overlay.
func (o *Overlay) flags() []string {
	if o == nil || o.file == "" {
		return nil
	}
	return []string{"-overlay=" + o.file}
}

// texts returns the contents that go/packages is to tell the go command of.
func (o *Overlay) texts() map[string][]byte {
	if o == nil {
		return nil
	}
	return o.contents
}
