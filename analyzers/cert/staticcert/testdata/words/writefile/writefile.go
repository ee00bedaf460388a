package writefile

import (
	"net/http"

	"example.com/staticcert/words/writefile/pair"
)

func f(p *pair.Pair) error { return http.ListenAndServeTLS(":443", p.Cert, "key.pem", nil) }
