// Package errors stands in for github.com/pkg/errors.
package errors

// Wrap returns an error with a message, nil for nil.
func Wrap(err error, message string) error
