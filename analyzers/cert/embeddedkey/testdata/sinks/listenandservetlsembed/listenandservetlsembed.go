// Package listenandservetlsembed passes encoded keys to ListenAndServeTLSEmbed.
package listenandservetlsembed

import (
	"encoding/base64"

	"github.com/valyala/fasthttp"
)

func listen(certificate []byte) error {
	text, err := base64.StdEncoding.DecodeString(listenText)
	if err != nil {
		return err
	}
	return fasthttp.ListenAndServeTLSEmbed(":443", certificate, text, nil)
}

func server(certificate []byte) error {
	text, err := base64.StdEncoding.DecodeString(serverText)
	if err != nil {
		return err
	}
	return new(fasthttp.Server).ListenAndServeTLSEmbed(":443", certificate, text)
}
