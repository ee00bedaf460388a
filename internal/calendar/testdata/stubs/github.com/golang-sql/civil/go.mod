module github.com/golang-sql/civil

go 1.26
