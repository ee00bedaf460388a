module github.com/dgrijalva/jwt-go/v4

go 1.26
