module example.com/embeddedkey

go 1.26

require (
	github.com/golang-jwt/jwt/v5 v5.0.0
	golang.org/x/crypto v0.0.0
)

replace (
	github.com/golang-jwt/jwt/v5 => ./stubs/jwt
	golang.org/x/crypto => ./stubs/crypto
)
