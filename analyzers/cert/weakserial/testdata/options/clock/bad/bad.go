// Package bad tells the time.
package bad

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"math/big"
	"time"
)

func issue(ca *x509.Certificate, key crypto.Signer) ([]byte, error) {
	t := &x509.Certificate{
		SerialNumber: big.NewInt(time.Now().UnixNano()), // want `^big\.NewInt\(time\.Now\(\)\.UnixNano\(\)\) is the clock, so certificates created in the same nanosecond share a serial number, and others can tell it$`
		NotAfter:     time.Now().AddDate(1, 0, 0),
	}
	return x509.CreateCertificate(rand.Reader, t, ca, key.Public(), key)
}
