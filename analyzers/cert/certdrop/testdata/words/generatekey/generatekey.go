package generatekey

import "crypto/rsa"

func f(bits int) any {
	k, _ := rsa.GenerateKey(nil, bits) // want `GenerateKey`
	return k.Public()
}
