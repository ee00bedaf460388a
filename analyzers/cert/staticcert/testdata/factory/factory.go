// Package factory has sources that are made anew when their configuration is.
package factory

import (
	"net/http"

	"example.com/staticcert/factory/registry"
)

func init() {
	registry.RegisterFactory("http", func() registry.Source { return new(source) })
}

type source struct {
	server    *http.Server
	cert, key string
	done      chan struct{}
}

// Run serves until the source is done.
func (s *source) Run() error {
	s.server = &http.Server{Addr: ":8080"}
	go func() { _ = s.server.ListenAndServeTLS(s.cert, s.key) }()
	<-s.done
	return s.server.Close()
}
