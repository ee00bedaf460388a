module example.com/sharedcert

go 1.26

require (
	github.com/labstack/echo/v4 v4.0.0
	github.com/valyala/fasthttp v1.0.0
	google.golang.org/grpc v1.0.0
)

replace (
	github.com/labstack/echo/v4 => ./stubs/echo
	github.com/valyala/fasthttp => ./stubs/fasthttp
	google.golang.org/grpc => ./stubs/grpc
)
