module example.com/unguarded

go 1.26

require (
	github.com/pkg/errors v0.9.1
	golang.org/x/sync v0.20.0
)

replace (
	github.com/pkg/errors => ./stubs/errors
	golang.org/x/sync => ./stubs/sync
)
