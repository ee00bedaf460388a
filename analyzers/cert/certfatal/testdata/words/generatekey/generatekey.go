//go:build go1.21

package generatekey

import "crypto/rsa"

func f() {
	if _, err := rsa.GenerateKey(nil, 2048); err != nil {
		panic(err) // want `panic`
	}
}
