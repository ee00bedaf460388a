// Package starttls passes an encoded key to StartTLS.
package starttls

import (
	"encoding/base64"

	echo "github.com/labstack/echo/v4"
)

func serve(e *echo.Echo, cert []byte) error {
	text, err := base64.StdEncoding.DecodeString(serverText)
	if err != nil {
		return err
	}
	return e.StartTLS(":443", cert, text)
}

func files(e *echo.Echo) error { return e.StartTLS(":443", "server.crt", "server.key") }
