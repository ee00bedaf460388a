// Genfixtures writes the keys and certificates in the testdata of the checks of
// the certificate family. Run it at the root of the module:
//
//	go run ./internal/pki/internal/genfixtures
//
// Its output is the same on every run: keys are derived from their names,
// signatures are deterministic (RFC 6979) and dates are fixed. The keys protect
// nothing.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	for _, out := range outputs {
		if err := out.write(); err != nil {
			fmt.Fprintf(os.Stderr, "genfixtures: %s: %v\n", out.file, err)
			os.Exit(1)
		}
	}
}

// An output is one file: the PEM text of some fixtures, the DER of one, or, if
// it is a Go file, declarations of them.
type output struct {
	file string // slash-separated, relative to the root of the module
	pem  []string
	der  string
	decl []decl
}

func (o output) write() error {
	text, err := o.text()
	if err != nil {
		return err
	}
	name := filepath.FromSlash(o.file)
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, text, 0o644)
}

func (o output) text() ([]byte, error) {
	if o.decl != nil {
		return o.source()
	}
	if o.der != "" {
		_, der, err := derOf(o.der)
		return der, err
	}
	var text []byte
	for _, name := range o.pem {
		part, err := pemOf(name)
		if err != nil {
			return nil, err
		}
		text = append(text, part...)
	}
	return text, nil
}
