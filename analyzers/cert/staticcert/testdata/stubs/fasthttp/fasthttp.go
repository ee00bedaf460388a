// Package fasthttp stands for the HTTP server.
package fasthttp

// ListenAndServeTLS serves over TLS.
func ListenAndServeTLS(addr, cert, key string, handler func()) error { return nil }
