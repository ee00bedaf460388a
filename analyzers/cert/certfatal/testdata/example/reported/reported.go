// Package reported is the example of what is reported.
package reported

import (
	"crypto"
	"crypto/rand"
	"crypto/x509"
	"log"
)

// Identity makes the certificate by which an agent is known.
func Identity(template, parent *x509.Certificate, key crypto.Signer) []byte {
	der, err := x509.CreateCertificate(rand.Reader, template, parent, key.Public(), key)
	if err != nil {
		log.Fatal(err) // want `log.Fatal ends the process of whoever uses this package where x509.CreateCertificate\(rand.Reader, template, parent, ...\) fails`
	}
	return der
}
