module github.com/oklog/ulid

go 1.26
