// Package fiber stands for the web framework.
package fiber

// An App serves.
type App struct{}

// ListenTLS serves over TLS.
func (*App) ListenTLS(addr, cert, key string) error { return nil }
