// Package generics serves in generic code.
package generics

import "net/http"

type file interface{ ~string }

func serve[F file](srv *http.Server, cert, key F) error {
	return srv.ListenAndServeTLS(string(cert), string(key)) // want `ListenAndServeTLS`
}
