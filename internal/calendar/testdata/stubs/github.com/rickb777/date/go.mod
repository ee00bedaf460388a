module github.com/rickb777/date

go 1.26
