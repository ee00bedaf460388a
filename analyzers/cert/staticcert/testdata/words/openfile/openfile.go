package openfile

import (
	"net/http"

	"example.com/staticcert/words/openfile/pair"
)

func f(p *pair.Pair) error { return http.ListenAndServeTLS(":443", p.Cert, "key.pem", nil) }
