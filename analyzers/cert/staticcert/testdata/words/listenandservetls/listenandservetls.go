package listenandservetls

import "net/http"

func f(c, k string) error {
	return http.ListenAndServeTLS(":443", c, k, nil) // want `ListenAndServeTLS`
}
