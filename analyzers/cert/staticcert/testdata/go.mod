module example.com/staticcert

go 1.26

require (
	github.com/gin-gonic/gin v0.0.0
	github.com/gofiber/fiber/v2 v2.0.0
	github.com/labstack/echo/v4 v4.0.0
	github.com/valyala/fasthttp v0.0.0
	google.golang.org/grpc v0.0.0
)

replace (
	github.com/gin-gonic/gin => ./stubs/gin
	github.com/gofiber/fiber/v2 => ./stubs/fiber
	github.com/labstack/echo/v4 => ./stubs/echo
	github.com/valyala/fasthttp => ./stubs/fasthttp
	google.golang.org/grpc => ./stubs/grpc
)
