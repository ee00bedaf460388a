module example.com/truncday

go 1.26

require (
	github.com/jinzhu/now v1.0.0
	google.golang.org/protobuf v1.0.0
	k8s.io/apimachinery v1.0.0
)

replace (
	github.com/jinzhu/now => ./stubs/github.com/jinzhu/now
	google.golang.org/protobuf => ./stubs/google.golang.org/protobuf
	k8s.io/apimachinery => ./stubs/k8s.io/apimachinery
)
