module example.com/yearadd

go 1.26

require (
	github.com/dromara/carbon/v2 v2.0.0
	github.com/google/go-cmp v0.7.0
	github.com/stretchr/testify v1.11.1
	k8s.io/apimachinery v1.0.0
)

replace (
	github.com/dromara/carbon/v2 => ./stubs/github.com/dromara/carbon/v2
	github.com/google/go-cmp => ./gocmp
	github.com/stretchr/testify => ./testify
	k8s.io/apimachinery => ./stubs/k8s.io/apimachinery
)
