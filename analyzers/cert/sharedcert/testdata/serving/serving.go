// Package serving hands certificates to servers that make pairs of them.
package serving

import (
	"net"

	echo "github.com/labstack/echo/v4"
	"github.com/valyala/fasthttp"
)

func listen(key []byte) {
	go fasthttp.ListenAndServeTLSEmbed(":443", []byte(api), key, nil)
	new(fasthttp.Server).ListenAndServeTLSEmbed(":8443", []byte(admin), key) // want `the certificates of api.example and admin.example in the source expire within 7 days of each other`
}

func serve(l net.Listener, key []byte) {
	go fasthttp.ServeTLSEmbed(l, []byte(orders), key, nil)
	fasthttp.ServeTLSEmbed(l, []byte(users), key, nil) // want `the certificates of localhost and localhost in the source expire together`
}

func start(a, b *echo.Echo, key []byte) {
	go a.StartTLS(":443", []byte(carts), key)
	b.StartTLS(":8443", []byte(stock), key) // want `the certificates of localhost and localhost in the source expire together`
}
