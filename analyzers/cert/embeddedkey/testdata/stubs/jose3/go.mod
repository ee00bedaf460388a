module github.com/go-jose/go-jose/v3

go 1.26
