// Package echo stands in for the real one.
package echo

// An Echo serves. Certificates and keys are names of files or contents.
type Echo struct{}

func (e *Echo) StartTLS(address string, certFile, keyFile any) error { return nil }
