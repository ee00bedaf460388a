module github.com/go-git/go-billy/v6

go 1.26
