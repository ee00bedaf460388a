// Package fasthttp stands in for the real one.
package fasthttp

import "net"

// A RequestHandler answers.
type RequestHandler func()

// A Server serves.
type Server struct{ Handler RequestHandler }

func (s *Server) ListenAndServeTLSEmbed(addr string, certData, keyData []byte) error { return nil }

func (s *Server) ServeTLSEmbed(ln net.Listener, certData, keyData []byte) error { return nil }

func ListenAndServeTLSEmbed(addr string, certData, keyData []byte, handler RequestHandler) error {
	return nil
}

func ServeTLSEmbed(ln net.Listener, certData, keyData []byte, handler RequestHandler) error {
	return nil
}
