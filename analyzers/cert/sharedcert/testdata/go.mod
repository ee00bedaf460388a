module example.com/sharedcert

go 1.26

require google.golang.org/grpc v1.0.0

replace google.golang.org/grpc => ./stubs/grpc
