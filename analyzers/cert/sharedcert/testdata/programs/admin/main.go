// Admin is one of two programs with one certificate.
package main

import (
	"net/http"

	"example.com/sharedcert/programs/identity"
)

func main() {
	cfg, err := identity.Config()
	if err != nil {
		return
	}
	srv := &http.Server{Addr: ":443", TLSConfig: cfg}
	srv.ListenAndServeTLS("", "")
}
