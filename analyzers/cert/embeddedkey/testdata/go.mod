module example.com/embeddedkey

go 1.26

require (
	github.com/charmbracelet/ssh v1.0.0
	github.com/charmbracelet/wish v1.0.0
	github.com/cloudflare/cfssl v1.0.0
	github.com/dgrijalva/jwt-go v1.0.0
	github.com/dgrijalva/jwt-go/v4 v4.0.0
	github.com/form3tech-oss/jwt-go v1.0.0
	github.com/gliderlabs/ssh v1.0.0
	github.com/go-git/go-git/v5 v5.0.0
	github.com/go-jose/go-jose/v3 v3.0.0
	github.com/go-jose/go-jose/v4 v4.0.0
	github.com/golang-jwt/jwt v1.0.0
	github.com/golang-jwt/jwt/v4 v4.0.0
	github.com/golang-jwt/jwt/v5 v5.0.0
	github.com/labstack/echo/v4 v4.0.0
	github.com/lestrrat-go/jwx v1.0.0
	github.com/lestrrat-go/jwx/v2 v2.0.0
	github.com/lestrrat-go/jwx/v3 v3.0.0
	github.com/valyala/fasthttp v1.0.0
	go.step.sm/crypto v1.0.0
	golang.org/x/crypto v1.0.0
	golang.org/x/oauth2 v1.0.0
	gopkg.in/square/go-jose.v2 v2.0.0
	k8s.io/client-go v1.0.0
)

replace (
	github.com/charmbracelet/ssh => ./stubs/charmssh
	github.com/charmbracelet/wish => ./stubs/wish
	github.com/cloudflare/cfssl => ./stubs/cfssl
	github.com/dgrijalva/jwt-go => ./stubs/jwtgo
	github.com/dgrijalva/jwt-go/v4 => ./stubs/jwtgo4
	github.com/form3tech-oss/jwt-go => ./stubs/jwtform3
	github.com/gliderlabs/ssh => ./stubs/gliderlabs
	github.com/go-git/go-git/v5 => ./stubs/gogit
	github.com/go-jose/go-jose/v3 => ./stubs/jose3
	github.com/go-jose/go-jose/v4 => ./stubs/jose4
	github.com/golang-jwt/jwt => ./stubs/jwt3
	github.com/golang-jwt/jwt/v4 => ./stubs/jwt4
	github.com/golang-jwt/jwt/v5 => ./stubs/jwt
	github.com/labstack/echo/v4 => ./stubs/echo
	github.com/lestrrat-go/jwx => ./stubs/jwx
	github.com/lestrrat-go/jwx/v2 => ./stubs/jwx2
	github.com/lestrrat-go/jwx/v3 => ./stubs/jwx3
	github.com/valyala/fasthttp => ./stubs/fasthttp
	go.step.sm/crypto => ./stubs/step
	golang.org/x/crypto => ./stubs/crypto
	golang.org/x/oauth2 => ./stubs/oauth2
	gopkg.in/square/go-jose.v2 => ./stubs/jose2
	k8s.io/client-go => ./stubs/kubernetes
)
