module github.com/go-git/go-billy/v5

go 1.26
