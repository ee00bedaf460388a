// Package watched serves anew on a signal.
package watched

import (
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func serve(srv *http.Server, cert, key string) error {
	hup := make(chan os.Signal, 1)
	signal.Notify(hup, syscall.SIGHUP)
	go func() {
		<-hup
		_ = srv.Close()
	}()
	return srv.ListenAndServeTLS(cert, key)
}
