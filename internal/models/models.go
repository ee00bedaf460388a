// Package models describes functions outside of the module under analysis, by
// name, in tables that are embedded in the program.
//
// Functions are named as errcheck names them: pkg/path.Func,
// (pkg/path.Type).Method, (*pkg/path.Type).Method, without type parameters.
package models

import (
	"bytes"
	"errors"
	"fmt"

	"go.yaml.in/yaml/v3"
)

// Check reports the mistakes in the tables of this package, at most one for each.
func Check() error {
	_, err := noReturns()
	_, err2 := dates()
	_, err3 := protections()
	_, err4 := paths()
	_, err5 := deletes()
	_, err6 := guards()
	_, err7 := exec()
	return errors.Join(err, err2, err3, err4, err5, err6, err7)
}

// decode parses one of the embedded tables. Unknown keys are errors.
func decode(filename string, data []byte, table any) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(table); err != nil {
		return fmt.Errorf("%s: %w", filename, err)
	}
	return nil
}
