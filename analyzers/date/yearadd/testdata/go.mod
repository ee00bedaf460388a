module example.com/yearadd

go 1.26

require (
	github.com/google/go-cmp v0.7.0
	github.com/stretchr/testify v1.11.1
)

replace (
	github.com/google/go-cmp => ./gocmp
	github.com/stretchr/testify => ./testify
)
