module example.com/sharedcert

go 1.26

require (
	github.com/valyala/fasthttp v1.0.0
	google.golang.org/grpc v1.0.0
)

replace (
	github.com/valyala/fasthttp => ./stubs/fasthttp
	google.golang.org/grpc => ./stubs/grpc
)
