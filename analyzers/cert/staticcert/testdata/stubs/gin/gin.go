// Package gin stands for the web framework.
package gin

// An Engine serves.
type Engine struct{}

// RunTLS serves over TLS.
func (*Engine) RunTLS(addr, cert, key string) error { return nil }
