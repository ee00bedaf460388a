package starttls

import "github.com/labstack/echo/v4"

func f(s *echo.Echo, c, k string) error {
	return s.StartTLS(":443", c, k) // want `StartTLS`
}
