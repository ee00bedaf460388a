// Package parseedprivatekeyfrompem passes encoded keys to ParseEdPrivateKeyFromPEM.
package parseedprivatekeyfrompem

import (
	"encoding/base64"

	dgrijalva "github.com/dgrijalva/jwt-go"
	dgrijalva4 "github.com/dgrijalva/jwt-go/v4"
	form3tech "github.com/form3tech-oss/jwt-go"
	jwt3 "github.com/golang-jwt/jwt"
	jwt4 "github.com/golang-jwt/jwt/v4"
	jwt5 "github.com/golang-jwt/jwt/v5"
)

func sign3() (any, error) {
	text, err := base64.StdEncoding.DecodeString(sign3Text)
	if err != nil {
		return nil, err
	}
	return jwt3.ParseEdPrivateKeyFromPEM(text)
}

func sign4() (any, error) {
	text, err := base64.StdEncoding.DecodeString(sign4Text)
	if err != nil {
		return nil, err
	}
	return jwt4.ParseEdPrivateKeyFromPEM(text)
}

func sign5() (any, error) {
	text, err := base64.StdEncoding.DecodeString(sign5Text)
	if err != nil {
		return nil, err
	}
	return jwt5.ParseEdPrivateKeyFromPEM(text)
}

func signOld() (any, error) {
	text, err := base64.StdEncoding.DecodeString(signOldText)
	if err != nil {
		return nil, err
	}
	return dgrijalva.ParseEdPrivateKeyFromPEM(text)
}

func signOld4() (any, error) {
	text, err := base64.StdEncoding.DecodeString(signOld4Text)
	if err != nil {
		return nil, err
	}
	return dgrijalva4.ParseEdPrivateKeyFromPEM(text)
}

func signFork() (any, error) {
	text, err := base64.StdEncoding.DecodeString(signForkText)
	if err != nil {
		return nil, err
	}
	return form3tech.ParseEdPrivateKeyFromPEM(text)
}
