// Package commands starts and ends a server by commands.
package commands

import (
	"context"
	"net/http"
)

type session struct{ handlers map[string]func() error }

func (s *session) handle(command string, run func() error) { s.handlers[command] = run }

type api struct {
	server    *http.Server
	cert, key string
}

func newAPI(s *session) *api {
	a := new(api)
	s.handle("api on", func() error { return a.Start() })
	s.handle("api off", func() error { return a.Stop() })
	return a
}

func (a *api) Start() error {
	a.server = &http.Server{Addr: ":8083"}
	go func() { _ = a.server.ListenAndServeTLS(a.cert, a.key) }()
	return nil
}

func (a *api) Stop() error { return a.server.Shutdown(context.Background()) }

// A console can only be started by a command.
type console struct{ server *http.Server }

func newConsole(s *session) *console {
	c := &console{server: &http.Server{Addr: ":8084"}}
	s.handle("console on", func() error { return c.Start() })
	return c
}

func (c *console) Start() error {
	return c.server.ListenAndServeTLS("cert.pem", "key.pem") // want `until the process ends`
}

func (c *console) Stop() error { return c.server.Close() }
