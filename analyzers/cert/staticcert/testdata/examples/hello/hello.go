// Package hello shows how it is done.
package hello

import "net/http"

func serve() error { return http.ListenAndServeTLS(":443", "cert.pem", "key.pem", nil) }
