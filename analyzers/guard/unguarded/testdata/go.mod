module example.com/unguarded

go 1.26

require github.com/pkg/errors v0.9.1

replace github.com/pkg/errors => ./stubs/errors
