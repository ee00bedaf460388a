// Package lifecycle starts a server once, and ends it with the process.
package lifecycle

import (
	"context"
	"net/http"
)

type group struct{ actors []func() error }

func (g *group) add(run func() error, interrupt func(error)) { g.actors = append(g.actors, run) }

type api struct{ server http.Server }

func run(g *group, a *api) {
	g.add(func() error { return a.Start() }, func(error) { _ = a.Stop() })
}

func (a *api) Start() error {
	return a.server.ListenAndServeTLS("cert.pem", "key.pem") // want `until the process ends`
}

func (a *api) Stop() error { return a.server.Shutdown(context.Background()) }
