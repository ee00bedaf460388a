//go:build go1.21

package intserialnumber

import (
	"crypto/rand"
	"crypto/x509"
	"math/big"
)

func f(c *x509.Certificate) {
	n, _ := rand.Int(rand.Reader, big.NewInt(9)) // want `rand.Int`
	c.SerialNumber = n
}
