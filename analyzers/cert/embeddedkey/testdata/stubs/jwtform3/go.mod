module github.com/form3tech-oss/jwt-go

go 1.26
