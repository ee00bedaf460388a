module example.com/localutc

go 1.26

require (
	google.golang.org/protobuf v1.0.0
	k8s.io/apimachinery v1.0.0
)

replace (
	google.golang.org/protobuf => ./stubs/google.golang.org/protobuf
	k8s.io/apimachinery => ./stubs/k8s.io/apimachinery
)
