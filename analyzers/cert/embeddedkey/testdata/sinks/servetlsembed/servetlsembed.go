// Package servetlsembed passes encoded keys to ServeTLSEmbed.
package servetlsembed

import (
	"encoding/base64"
	"net"

	"github.com/valyala/fasthttp"
)

func serve(l net.Listener, certificate []byte) error {
	text, err := base64.StdEncoding.DecodeString(serveText)
	if err != nil {
		return err
	}
	return fasthttp.ServeTLSEmbed(l, certificate, text, nil)
}
