package listentls

import "github.com/gofiber/fiber/v2"

func f(s *fiber.App, c, k string) error {
	return s.ListenTLS(":443", c, k) // want `ListenTLS`
}
