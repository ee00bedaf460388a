// Package errors stands in for github.com/pkg/errors.
package errors

import "fmt"

// Wrap returns an error with a message, nil for nil.
func Wrap(err error, message string) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", message, err)
}
