package engine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
)

// An Overlay puts files in the place of others, or takes some away, as the flag
// -overlay of go build does. The nil overlay changes nothing.
type Overlay struct {
	file    string            // absolute
	replace map[string]string // absolute; "" for a file that is taken away
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
	o := &Overlay{absolute(file), make(map[string]string)}
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
	if o == nil {
		return nil
	}
	return []string{"-overlay=" + o.file}
}
