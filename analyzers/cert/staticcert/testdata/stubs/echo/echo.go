// Package echo stands for the web framework.
package echo

// An Echo serves.
type Echo struct{}

// StartTLS serves over TLS.
func (*Echo) StartTLS(addr string, cert, key any) error { return nil }
