package servetls

import "net/http"

func f(s *http.Server, c, k string) error {
	return s.ServeTLS(nil, c, k) // want `ServeTLS`
}
