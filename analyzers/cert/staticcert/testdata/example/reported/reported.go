// Package reported is the example of what is reported.
package reported

import "net/http"

func serve(certFile, keyFile string, h http.Handler) error {
	return http.ListenAndServeTLS(":443", certFile, keyFile, h) // want `http.ListenAndServeTLS\(":443", certFile, keyFile, h\) serves with the certificate that it reads now until the process ends: nothing in the package reads a renewed one`
}
