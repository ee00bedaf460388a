package runtls

import "github.com/gin-gonic/gin"

func f(s *gin.Engine, c, k string) error {
	return s.RunTLS(":443", c, k) // want `RunTLS`
}
